package dev.faultline.collectors.otlp.decode;

/// How many calls a sampled span stands for, by the `ot` entry of its W3C trace state.
///
/// `th` is the rejection threshold of consistent probability sampling: up to 14 hexadecimal digits, trailing zeros left out; the span was
/// kept with probability 1 - th / 2^56 (OpenTelemetry, "TraceState: Probability Sampling"). `p` is its predecessor: kept with
/// probability 2^-p, where 63 means that the span stands for no call.
final class SamplingWeight {
    private static final int THRESHOLD_DIGITS = 14;
    private static final double THRESHOLD_RANGE = 0x1p56;
    private static final int P_OF_ZERO = 63;

    private SamplingWeight() {}

    /// Returns the weight, 1 where the trace state says nothing that can be read.
    static double of(String traceState) {
        for (String member : traceState.split(",", -1)) {
            String entry = member.strip();
            if (entry.startsWith("ot=")) {
                return ofEntry(entry.substring(3));
            }
        }
        return 1;
    }

    private static double ofEntry(String entry) {
        double weight = 1;
        for (String field : entry.split(";", -1)) {
            if (field.startsWith("th:")) {
                return ofThreshold(field.substring(3));
            }
            if (field.startsWith("p:")) {
                weight = ofPower(field.substring(2));
            }
        }
        return weight;
    }

    private static double ofThreshold(String digits) {
        if (!digits.matches("[0-9a-f]{1," + THRESHOLD_DIGITS + "}")) {
            return 1;
        }
        long threshold = Long.parseLong(digits, 16) << (4 * (THRESHOLD_DIGITS - digits.length()));
        return THRESHOLD_RANGE / (THRESHOLD_RANGE - threshold);
    }

    private static double ofPower(String digits) {
        if (!digits.matches("[0-9]{1,2}")) {
            return 1;
        }
        int power = Integer.parseInt(digits);
        return power > P_OF_ZERO ? 1 : power == P_OF_ZERO ? 0 : Math.scalb(1.0, power);
    }
}
