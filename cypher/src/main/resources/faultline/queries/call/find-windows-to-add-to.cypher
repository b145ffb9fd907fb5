// Purpose: windows by their keys, for what is added to them.
// Parameters: keys (edgeId, minute)
// Columns: edgeId, minute, calls, errors, latency, sliceCalls, sliceErrors, sliceMillis (lists by ten seconds, or null)
UNWIND $keys AS key
MATCH (window:CallWindow {edgeId: key.edgeId, minute: key.minute})
USING INDEX window:CallWindow(edgeId, minute)
RETURN window.edgeId AS edgeId, window.minute AS minute, window.calls AS calls, window.errors AS errors, window.latency AS latency,
  window.sliceCalls AS sliceCalls, window.sliceErrors AS sliceErrors, window.sliceMillis AS sliceMillis
