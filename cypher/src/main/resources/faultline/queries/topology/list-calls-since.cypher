// Purpose: who calls whom over call edges that were first seen since an instant.
// Parameters: since
// Columns: callerId, calleeId
MATCH (edge:CallEdge) WHERE edge.createdAtMillis > $since
RETURN DISTINCT edge.callerId AS callerId, edge.calleeId AS calleeId
