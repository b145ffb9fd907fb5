package dev.faultline.collectors.otlp.span;

/// Why a span of a readable request is not taken.
public enum RejectReason {
    TRACE_ID("trace id is not 16 bytes that are not all zero"), SPAN_ID("span id is not 8 bytes that are not all zero"), START_MISSING(
            "start time is missing"), TOO_OLD("start time is too far in the past"), IN_FUTURE(
                    "start time is too far in the future"), WEIGHT_ZERO("sampling says that it stands for no call");

    private final String sentence;

    RejectReason(String sentence) {
        this.sentence = sentence;
    }

    /// What is wrong, to be shown to the sender.
    public String sentence() {
        return sentence;
    }
}
