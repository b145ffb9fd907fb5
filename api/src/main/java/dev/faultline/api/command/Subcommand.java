package dev.faultline.api.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.faultline.api.settings.Settings;

/// What every command of `faultline` has: the settings, where it prints, and how it tells wrong arguments.
abstract class Subcommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable FaultlineCommand parent;
    @Spec
    private @Nullable CommandSpec spec;

    Settings settings() {
        return Objects.requireNonNull(parent, "a command runs below faultline").settings();
    }

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    void println(String line) {
        out().println(line);
        out().flush();
    }

    /// That the arguments are wrong: the sentence is shown with a hint at `--help`.
    ParameterException usage(String sentence) {
        return new ParameterException(spec().commandLine(), sentence);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "a command runs below faultline");
    }
}
