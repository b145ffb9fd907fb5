package dev.faultline.api.http;

/// Who may call a route.
public enum Access {
    /** Anybody who reaches the port. */
    PUBLIC,
    /** Senders of spans, alerts and deployments, and whoever may do all. */
    INGEST,
    /** Holders of the admin token, and browsers that logged in with it. */
    ADMIN;

    /// Whether a caller with this much access may call a route that asks for the other.
    boolean covers(Access required) {
        return compareTo(required) >= 0;
    }
}
