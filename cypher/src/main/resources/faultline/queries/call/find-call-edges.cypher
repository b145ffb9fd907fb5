// Purpose: call edges in the order of their ids, from a cursor on.
// Parameters: afterId (empty for the first page), callerId, calleeId (null for any), limit
// Columns: edge (its properties)
MATCH (edge:CallEdge)
WHERE edge.id > $afterId AND ($callerId IS NULL OR edge.callerId = $callerId) AND ($calleeId IS NULL OR edge.calleeId = $calleeId)
RETURN properties(edge) AS edge ORDER BY edge.id LIMIT $limit
