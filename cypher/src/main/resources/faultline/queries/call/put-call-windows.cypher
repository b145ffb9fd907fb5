// Purpose: store windows, in place of those with the same edge and minute.
// Parameters: windows (edgeId, minute, calls, errors, latency, meanMillis, p50Millis, p99Millis, sliceCalls, sliceMillis, and where any sliceErrors)
// Columns: none
UNWIND $windows AS row
MERGE (window:CallWindow {edgeId: row.edgeId, minute: row.minute})
SET window += row
