// Purpose: the windows of some call edges in a span of time, by edge and minute.
// Parameters: edgeIds, fromMinute, toMinute (not in it)
// Columns: edgeId, minute, calls, errors, latency, sliceCalls, sliceErrors, sliceMillis (lists by ten seconds, or null)
UNWIND $edgeIds AS edgeId
MATCH (window:CallWindow {edgeId: edgeId})
USING INDEX window:CallWindow(edgeId, minute)
WHERE $fromMinute <= window.minute < $toMinute
RETURN window.edgeId AS edgeId, window.minute AS minute, window.calls AS calls, window.errors AS errors, window.latency AS latency,
  window.sliceCalls AS sliceCalls, window.sliceErrors AS sliceErrors, window.sliceMillis AS sliceMillis
ORDER BY edgeId, minute
