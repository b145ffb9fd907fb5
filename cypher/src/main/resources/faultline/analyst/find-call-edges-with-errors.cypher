// Purpose: Which calls fail most?
// Parameter: minutes = 60 -- how far to look back
// Parameter: limit = 20 -- how many rows at the most
// Columns: caller, callee, endpoint, calls, errors, errorShare
MATCH (window:CallWindow)
WHERE window.minute >= timestamp() / 60000 - $minutes
WITH window.edgeId AS edgeId, sum(window.calls) AS calls, sum(window.errors) AS errors
WHERE errors > 0
MATCH (edge:CallEdge {id: edgeId})-[:CALLER]->(caller:Ci), (edge)-[:CALLEE]->(callee:Ci)
RETURN caller.name AS caller, callee.name AS callee, edge.endpoint AS endpoint, calls, errors, errors / calls AS errorShare
ORDER BY errors DESC, caller, callee, endpoint
LIMIT $limit
