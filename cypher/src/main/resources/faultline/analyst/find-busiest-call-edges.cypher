// Purpose: Which calls carry most of the traffic?
// Parameter: minutes = 60 -- how far to look back
// Parameter: limit = 20 -- how many rows at the most
// Columns: caller, callee, endpoint, calls, callsPerMinute
MATCH (window:CallWindow)
WHERE window.minute >= timestamp() / 60000 - $minutes
WITH window.edgeId AS edgeId, sum(window.calls) AS calls
ORDER BY calls DESC
LIMIT $limit
MATCH (edge:CallEdge {id: edgeId})-[:CALLER]->(caller:Ci), (edge)-[:CALLEE]->(callee:Ci)
RETURN caller.name AS caller, callee.name AS callee, edge.endpoint AS endpoint, calls, calls / $minutes AS callsPerMinute
ORDER BY calls DESC, caller, callee, endpoint
