package dev.faultline.api.command;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import dev.faultline.api.bench.Benchmark;
import dev.faultline.api.bench.Benchmarks;
import dev.faultline.api.bench.Figures;

/// Runs one benchmark, or lists what there is.
@Command(name = "bench", description = "Measure speed; each figure is a line 'figure value unit'. Without a name, list the benchmarks.")
final class BenchCommand extends Subcommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The benchmark to run.")
    private @Nullable String name;

    @Override
    public Integer call() {
        if (name == null) {
            Benchmarks.all().forEach(benchmark -> println(benchmark.name() + "  " + benchmark.purpose()));
            return ExitCode.OK;
        }
        Benchmark benchmark = Benchmarks.named(name).orElseThrow(() -> usage("NAME is '" + name + "', expected one of "
                + Benchmarks.all().stream().map(Benchmark::name).collect(Collectors.joining(", "))));
        benchmark.run(settings(), new Figures(out()));
        return ExitCode.OK;
    }
}
