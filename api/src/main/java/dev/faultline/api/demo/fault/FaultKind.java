package dev.faultline.api.demo.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What can be done to the broker.
public enum FaultKind {
    SLOW("Slow dependency", "every request of a service takes 450 ms longer", Scope.SERVICE, "order-store"), ERRORS("Errors",
            "a service fails two of three requests", Scope.SERVICE, "risk"), BAD_RELEASE("Bad release",
                    "one instance is restarted with a new version that carries a bug", Scope.INSTANCE,
                    "trading-2"), FROZEN("Frozen process", "SIGSTOP: the process lives and answers nobody", Scope.INSTANCE,
                            "account-2"), KILLED("Killed process", "SIGKILL: the process is gone", Scope.INSTANCE, "cache-1"), CPU(
                                    "CPU hog", "another process burns all processors of the host", Scope.HOST,
                                    ""), SURGE("Traffic surge", "the terminals send four times their requests", Scope.TRAFFIC, "terminals");

    /// What kind of thing the fault is done to.
    public enum Scope {
        SERVICE, INSTANCE, HOST, TRAFFIC
    }

    private final String title;
    private final String explanation;
    private final Scope scope;
    private final String usualTarget;

    FaultKind(String title, String explanation, Scope scope, String usualTarget) {
        this.title = title;
        this.explanation = explanation;
        this.scope = scope;
        this.usualTarget = usualTarget;
    }

    /// The kind that a user names, such as `bad-release`.
    public static FaultKind named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault '" + name + "' is unknown, expected one of " + words()));
    }

    /// The words of all kinds, as a user would type them.
    public static String words() {
        return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }

    /// How a user types it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    public Scope scope() {
        return scope;
    }

    /// Where it is injected when nobody says otherwise; empty for the host.
    public String usualTarget() {
        return usualTarget;
    }
}
