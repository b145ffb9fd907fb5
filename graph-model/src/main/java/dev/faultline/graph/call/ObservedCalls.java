package dev.faultline.graph.call;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;
import dev.faultline.graph.claim.Claim;

/// What a source saw flow between two parties in one minute, before the parties are known as CIs.
///
/// @param caller claim on the CI that calls
/// @param callee claim on the CI that is called
/// @param calleeInstance claim on the instance that answered; null where nothing names it
/// @param minute minutes since the epoch, by the start of the call
/// @param calls weighted number of calls
/// @param errors weighted number of calls that failed
public record ObservedCalls(Claim caller, Claim callee, @Nullable Claim calleeInstance, String endpoint, CallKind kind, long minute,
        double calls, double errors, LatencySketch latency) {
    public ObservedCalls {
        Required.text("endpoint of observed calls to " + callee.key(), endpoint);
    }
}
