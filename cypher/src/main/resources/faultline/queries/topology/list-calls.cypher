// Purpose: who calls whom, over whatever call edges.
// Parameters: none
// Columns: callerId, calleeId
// Scan: meant, because a snapshot holds all calls
MATCH (edge:CallEdge)
RETURN DISTINCT edge.callerId AS callerId, edge.calleeId AS calleeId
