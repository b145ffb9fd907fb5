package dev.faultline.api.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.faultline.api.Logging;
import dev.faultline.api.Parts;
import dev.faultline.api.demo.Demo;
import dev.faultline.api.demo.DemoPrompt;
import dev.faultline.api.demo.Trial;
import dev.faultline.api.demo.TrialText;
import dev.faultline.api.demo.fault.FaultKind;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.LogLevel;
import dev.faultline.api.settings.Settings;

/// Runs a small broker, injects faults into it, and shows the truth beside what Faultline ranks.
@Command(name = "demo", description = "Run a small broker to inject faults into, and see the truth beside the ranking.")
final class DemoCommand extends Subcommand {
    private static final String ALL = "all";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0", description = "Port of Faultline and the demo page; 0, the default, takes a free one.")
    private int port;
    @Option(names = "--fault", paramLabel = "NAME", description = "Fault to inject at once, or 'all'; may be given several times: slow, errors, bad-release, frozen, killed, cpu, surge.")
    private List<String> faults = List.of();
    @Option(names = "--target", paramLabel = "NAME", description = "Service or instance to inject it into; by default the usual one of the fault.")
    private @Nullable String target;
    @Option(names = "--once", description = "End after the faults are answered: exit code 0 when each truth is in first place, else 1.")
    private boolean once;

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<FaultKind> kinds = kinds();
        Path folder = Files.createTempDirectory("faultline-demo");
        Settings settings = settings().with(Keys.DATA_DIRECTORY, folder.toString()).with(Keys.HTTP_PORT, Integer.toString(port));
        Logging.configure(settings.get(Keys.LOG_FORMAT), LogLevel.WARN);
        Parts parts = new Parts();
        Thread stop = new Thread(() -> {
            parts.close();
            delete(folder);
        }, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Demo demo = Demo.start(settings, folder.resolve("broker"), Clock.systemUTC(), this::println, parts);
        println("the demo page is " + demo.page() + "; log in with the admin token " + demo.token());
        int code = run(demo, kinds);
        parts.close();
        return code;
    }

    private int run(Demo demo, List<FaultKind> kinds) throws InterruptedException, IOException {
        boolean allFound = true;
        if (!kinds.isEmpty()) {
            println("waiting until the monitor knows what is normal");
            demo.awaitNormal();
        }
        for (FaultKind kind : kinds) {
            println("injecting: " + kind.explanation());
            Trial trial = demo.runTrial(kind, target);
            println(TrialText.of(trial));
            allFound &= trial.isFound();
        }
        if (once) {
            return allFound ? ExitCode.OK : ExitCode.FAILURE;
        }
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (!new DemoPrompt(demo, input, out()).run()) {
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private List<FaultKind> kinds() {
        if (once && faults.isEmpty()) {
            throw usage("--once needs a fault, expected --fault " + FaultKind.words() + " or " + ALL);
        }
        try {
            return faults.contains(ALL) ? Arrays.asList(FaultKind.values()) : faults.stream().map(FaultKind::named).toList();
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage() + " or " + ALL);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(DemoCommand::deleteOne);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("faultline: the demo's folder " + folder + " cannot be removed: " + e.getMessage());
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
