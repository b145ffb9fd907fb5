package dev.faultline.collectors.otlp.pair;

/// What happened to spans; every fate is counted, and what is lost on the way is lost under one of these names.
public enum SpanFate {
    /** Came in a readable request. */
    RECEIVED,
    /** Was not taken: the sender was told. */
    REJECTED,
    /** Came a second time while the first was remembered. */
    DUPLICATE,
    /** Became a call that both sides told of. */
    PAIRED,
    /** Became a call to something that only the caller told of. */
    CALLER_ONLY,
    /** Became a call from outside, as it has no parent. */
    ROOT,
    /** Became a call from outside, as its parent did not come in time. */
    MISSING_PARENT,
    /** Is work inside one process, or wraps another span of the same call. */
    IN_PROCESS,
    /** Asked somebody whom nothing names; dropped. */
    PEER_UNKNOWN,
    /** Has a caller or callee that reconciliation does not take as a CI; its calls are dropped. */
    PARTY_REFUSED,
    /** Made a call that the graph refuses whenever it is written; dropped, and told of in the log. */
    SET_ASIDE,
    /** Began before or ended after the span that called it. */
    CLOCK_SKEW,
    /** Gave way before its time because too many spans waited. */
    OVERFLOW,
    /** Fell into the endpoint that stands for all beyond the limit. */
    ENDPOINT_OVERFLOW,
    /** Lost the end of its name. */
    NAME_CUT,
    /** Lost links beyond the limit. */
    LINKS_DROPPED,
    /** Stands for fewer calls than its sampling says. */
    WEIGHT_CAPPED,
    /** Ended before it began; counted as no time. */
    NEGATIVE_DURATION
}
