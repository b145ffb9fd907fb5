package dev.faultline.graph.call;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// A node between a caller and a callee: all calls of one endpoint of the callee, by one caller.
///
/// Caller and callee are services (or a database, broker or other peer seen from the client side only). Where the spans name
/// the instance that answered, each instance has a call edge of its own, so that instances can be compared.
///
/// @param endpoint the callee's operation as the spans name it, such as `GET /quotes/{symbol}`
/// @param calleeInstanceId the CI of the instance that answered, or null where no span names it
public record CallEdge(String id, String callerId, String calleeId, @Nullable String calleeInstanceId, String endpoint, CallKind kind) {
    public CallEdge {
        Required.text("call edge id", id);
        Required.text("call edge callerId", callerId);
        Required.text("call edge calleeId", calleeId);
    }
}
