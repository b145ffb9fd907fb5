// Purpose: call edges from some CIs, a bounded number for each.
// Parameters: ciIds, limitPerCi
// Columns: edge (its properties)
UNWIND $ciIds AS ciId
CALL (ciId) {
  MATCH (edge:CallEdge {callerId: ciId})
  RETURN edge ORDER BY edge.id LIMIT $limitPerCi
}
RETURN properties(edge) AS edge
