package dev.faultline.collectors.otlp.span;

import org.jspecify.annotations.Nullable;

/// What a span says about the other side of its call.
///
/// @param role what the other side is
/// @param system product, such as `mysql` or `kafka`; null where not said
/// @param service logical name of the other side; null where not said
/// @param address host name or IP address; null where not said
/// @param port 0 where not said
/// @param scope database name, or destination of a message; null where not said
/// @param receives whether messages are fetched, rather than sent or processed
public record Peer(Role role, @Nullable String system, @Nullable String service, @Nullable String address, int port, @Nullable String scope,
        boolean receives) {

    /// What sort of thing the other side is.
    public enum Role {
        DATABASE, BROKER, RPC, HTTP, OTHER
    }
}
