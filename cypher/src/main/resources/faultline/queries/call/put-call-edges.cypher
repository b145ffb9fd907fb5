// Purpose: make call edges that are not there, each tied to its caller and callee, and keep when they were last seen.
// Parameters: edges (id, callerId, calleeId, calleeInstanceId, endpoint, kind, lastSeenMinute)
// Columns: none
UNWIND $edges AS row
MERGE (edge:CallEdge {id: row.id})
ON CREATE SET edge.callerId = row.callerId, edge.calleeId = row.calleeId, edge.calleeInstanceId = row.calleeInstanceId,
  edge.endpoint = row.endpoint, edge.kind = row.kind, edge.createdAtMillis = timestamp()
SET edge.lastSeenMinute = CASE WHEN edge.lastSeenMinute > row.lastSeenMinute THEN edge.lastSeenMinute ELSE row.lastSeenMinute END
WITH edge, row
MATCH (caller:Ci {id: row.callerId})
MATCH (callee:Ci {id: row.calleeId})
MERGE (edge)-[:CALLER]->(caller)
MERGE (edge)-[:CALLEE]->(callee)
