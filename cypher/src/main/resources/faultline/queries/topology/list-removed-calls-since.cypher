// Purpose: who calls whom no more, over call edges that were retired since an instant.
// Parameters: since
// Columns: callerId, calleeId
MATCH (edge:RetiredCallEdge) WHERE edge.retiredAtMillis > $since
WITH DISTINCT edge.callerId AS callerId, edge.calleeId AS calleeId
WHERE NOT EXISTS { MATCH (:CallEdge {callerId: callerId, calleeId: calleeId}) }
RETURN callerId, calleeId
