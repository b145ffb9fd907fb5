package dev.faultline.collectors.otlp.log;

/// What happened to log lines; what is lost on the way is lost under one of these names.
public enum LogFate {
    /** Came in a readable request. */
    RECEIVED,
    /** Was not taken: the sender was told. */
    REJECTED,
    /** Lost the end of its text. */
    LINE_CUT,
    /** Held what looks like a secret, which was taken out. */
    SECRET_MASKED,
    /** Is counted with all others of its level, as its origin has more templates than are told apart. */
    TEMPLATE_OVERFLOW,
    /** Is of a service that reconciliation does not take as a CI; dropped. */
    PARTY_REFUSED,
    /** Is in a count that the graph refuses whenever it is written; dropped, and told of in the log. */
    SET_ASIDE
}
