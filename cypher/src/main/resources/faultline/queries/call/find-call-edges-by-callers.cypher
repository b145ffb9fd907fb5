// Purpose: call edges from some CIs, a bounded number for each, those seen last first.
// Parameters: ciIds, limitPerCi
// Columns: edge (its properties)
UNWIND $ciIds AS ciId
CALL (ciId) {
  MATCH (edge:CallEdge {callerId: ciId})
  RETURN edge ORDER BY coalesce(edge.lastSeenMinute, 0) DESC, edge.id LIMIT $limitPerCi
}
RETURN properties(edge) AS edge
