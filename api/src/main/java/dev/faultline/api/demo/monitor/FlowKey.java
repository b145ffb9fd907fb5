package dev.faultline.api.demo.monitor;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a rule looks at: the requests that a service serves, or the calls that it makes to one peer.
///
/// @param peer null where the flow is what the service serves
public record FlowKey(String service, @Nullable String peer) {

    /// The labels that say so in an alert.
    Map<String, String> labels() {
        return peer == null ? Map.of("service", service) : Map.of("caller", service, "callee", peer);
    }

    /// First word of the names of its alerts.
    String subject() {
        return peer == null ? "Service" : "Call";
    }

    @Override
    public String toString() {
        return peer == null ? service : service + " → " + peer;
    }
}
