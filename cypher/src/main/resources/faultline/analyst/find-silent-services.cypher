// Purpose: Which services were called a while ago and are not called any more?
// Parameter: minutes = 5 -- for how long nobody has called
// Parameter: before = 60 -- how many minutes before that to compare with
// Columns: id, name, callsBefore
WITH timestamp() / 60000 - $minutes AS silentFrom
MATCH (window:CallWindow)
WHERE window.minute >= silentFrom - $before
MATCH (edge:CallEdge {id: window.edgeId})
WITH edge.calleeId AS calleeId, sum(CASE WHEN window.minute < silentFrom THEN window.calls ELSE 0 END) AS callsBefore,
  sum(CASE WHEN window.minute >= silentFrom THEN window.calls ELSE 0 END) AS callsSince
WHERE callsSince = 0 AND callsBefore > 0
MATCH (service:Ci {id: calleeId})
RETURN service.id AS id, service.name AS name, callsBefore
ORDER BY callsBefore DESC, id
