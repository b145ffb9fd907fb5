// Purpose: what flowed over some call edges in a span of time by ten seconds, without the distribution of latency.
// Parameters: edgeIds, fromMinute, toMinute (not in it)
// Columns: edgeId, minute, calls, errors, meanMillis, sliceCalls, sliceErrors, sliceMillis (lists by ten seconds, or null)
UNWIND $edgeIds AS edgeId
MATCH (window:CallWindow {edgeId: edgeId})
USING INDEX window:CallWindow(edgeId, minute)
WHERE $fromMinute <= window.minute < $toMinute
RETURN window.edgeId AS edgeId, window.minute AS minute, window.calls AS calls, window.errors AS errors, window.meanMillis AS meanMillis,
  window.sliceCalls AS sliceCalls, window.sliceErrors AS sliceErrors, window.sliceMillis AS sliceMillis
ORDER BY edgeId, minute
