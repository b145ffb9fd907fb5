package dev.faultline.api.bench;

import java.util.List;
import java.util.Optional;

/// All benchmarks by name.
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(new SpansBenchmark(), new AlertsBenchmark(), new RankBenchmark());

    private Benchmarks() {}

    /// All of them, in the order in which they are listed.
    public static List<Benchmark> all() {
        return ALL;
    }

    /// The benchmark of a name.
    public static Optional<Benchmark> named(String name) {
        return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
    }
}
