// Purpose: make call edges that are not there yet, each tied to its caller and callee.
// Parameters: edges (id, callerId, calleeId, calleeInstanceId, endpoint, kind)
// Columns: none
UNWIND $edges AS row
MERGE (edge:CallEdge {id: row.id})
ON CREATE SET edge.callerId = row.callerId, edge.calleeId = row.calleeId, edge.calleeInstanceId = row.calleeInstanceId,
  edge.endpoint = row.endpoint, edge.kind = row.kind, edge.createdAtMillis = timestamp()
WITH edge, row
MATCH (caller:Ci {id: row.callerId})
MATCH (callee:Ci {id: row.calleeId})
MERGE (edge)-[:CALLER]->(caller)
MERGE (edge)-[:CALLEE]->(callee)
