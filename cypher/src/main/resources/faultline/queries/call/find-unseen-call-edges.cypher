// Purpose: call edges over which nothing flowed since a minute, a bounded number.
// Parameters: beforeMinute, limit
// Columns: id, callerId, calleeId, calleeInstanceId (or null)
MATCH (edge:CallEdge)
WHERE edge.lastSeenMinute < $beforeMinute
RETURN edge.id AS id, edge.callerId AS callerId, edge.calleeId AS calleeId, edge.calleeInstanceId AS calleeInstanceId LIMIT $limit
