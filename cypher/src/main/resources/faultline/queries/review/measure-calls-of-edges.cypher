// Purpose: how much was called over call edges in some minutes.
// Parameters: edgeIds, minutes (since the epoch)
// Columns: edgeId, calls, errors
UNWIND $edgeIds AS edgeId
UNWIND $minutes AS minute
MATCH (window:CallWindow {edgeId: edgeId, minute: minute})
RETURN edgeId, sum(window.calls) AS calls, sum(window.errors) AS errors
