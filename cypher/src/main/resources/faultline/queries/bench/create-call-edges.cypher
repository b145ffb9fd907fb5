// Purpose: call edges for a benchmark to walk over, written without a look at what there is.
// Parameters: rows (properties of the edge)
// Columns: none
UNWIND $rows AS row
MATCH (caller:Ci {id: row.callerId})
MATCH (callee:Ci {id: row.calleeId})
CREATE (caller)<-[:CALLER]-(edge:CallEdge {id: row.id, callerId: row.callerId, calleeId: row.calleeId, endpoint: row.endpoint,
  kind: row.kind, createdAtMillis: row.createdAtMillis})-[:CALLEE]->(callee)
