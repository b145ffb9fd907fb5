// Purpose: the call edges from one CI to another, for each pair of them.
// Parameters: pairs (callerId, calleeId), limit (call edges of one pair)
// Columns: callerId, calleeId, edgeIds
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (:Ci {id: pair.callerId})<-[:CALLER]-(edge:CallEdge)-[:CALLEE]->(callee:Ci)
  WHERE callee.id = pair.calleeId
  RETURN edge.id AS edgeId
  LIMIT $limit
}
RETURN pair.callerId AS callerId, pair.calleeId AS calleeId, collect(edgeId) AS edgeIds
