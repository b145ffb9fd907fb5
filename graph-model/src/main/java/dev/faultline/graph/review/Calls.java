package dev.faultline.graph.review;

/// How much was called, and how much of it failed.
public record Calls(double calls, double errors) {
    public static final Calls NONE = new Calls(0, 0);

    public Calls plus(Calls other) {
        return new Calls(calls + other.calls, errors + other.errors);
    }
}
