package dev.faultline.api.http;

import io.javalin.http.Context;

/// Who may call a route.
public enum Access {
    /** Anybody who reaches the port. */
    PUBLIC,
    /** Senders that the route knows by itself, such as by a signature or by a token in the body. */
    SENDER,
    /** Programs that read metrics, and whoever may do more. */
    METRICS,
    /** Senders of spans, alerts and deployments, and whoever may do all. */
    INGEST,
    /** Holders of the admin token, and browsers that logged in with it. */
    ADMIN;

    private static final String CALLER = "faultline.caller";

    /// Whether a caller with this much access may call a route that asks for the other.
    public boolean covers(Access required) {
        return compareTo(required) >= 0;
    }

    /// What the caller of a request may do.
    public static Access of(Context context) {
        Access caller = context.attribute(CALLER);
        return caller == null ? PUBLIC : caller;
    }

    /// Remembers what the caller of a request may do.
    void keep(Context context) {
        context.attribute(CALLER, this);
    }
}
