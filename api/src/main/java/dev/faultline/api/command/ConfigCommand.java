package dev.faultline.api.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Prints the effective settings as a settings file, secrets masked.
@Command(name = "config", description = "Print the effective settings, secrets masked.")
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable FaultlineCommand parent;
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (parent == null || spec == null) {
            throw new IllegalStateException("config runs as a subcommand only");
        }
        spec.commandLine().getOut().print(parent.settings().show());
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
