package dev.faultline.graph.call;

/// What flowed over one call edge in one minute.
///
/// Counts are weighted by the spans' sampling, hence not whole numbers. Windows of the same edge and minute add up.
///
/// @param minute minutes since the epoch, by the start of the call
/// @param calls weighted number of calls
/// @param errors weighted number of calls that failed
/// @param latency mergeable sketch of the durations
/// @param slices the same calls by ten seconds
public record CallWindow(String edgeId, long minute, double calls, double errors, LatencySketch latency, CallSlices slices) {
    public CallWindow {
        if (calls < 0 || errors < 0 || errors > calls * 1.000001) {
            throw new IllegalArgumentException("window of call edge " + edgeId + " has " + calls + " calls and " + errors
                    + " errors, expected 0 <= errors <= calls");
        }
    }

    /// Returns what this window and another part of the same minute counted together.
    public CallWindow plus(CallWindow other) {
        LatencySketch sum = LatencySketch.empty();
        sum.add(latency);
        sum.add(other.latency);
        CallSlices both = CallSlices.empty();
        both.add(slices);
        both.add(other.slices);
        return new CallWindow(edgeId, minute, calls + other.calls, errors + other.errors, sum, both);
    }
}
