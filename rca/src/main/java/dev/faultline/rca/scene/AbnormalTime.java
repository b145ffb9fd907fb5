package dev.faultline.rca.scene;

/// When things were abnormal, in epoch seconds, half-open; normal time ends at `normalUntil`.
public record AbnormalTime(long normalUntil, long from, long to) {
    boolean holds(long epochSecond) {
        return epochSecond >= from && epochSecond < to;
    }
}
