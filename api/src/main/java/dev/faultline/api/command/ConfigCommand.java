package dev.faultline.api.command;

import picocli.CommandLine.Command;

/// Prints the effective settings as a settings file, secrets masked.
@Command(name = "config", description = "Print the effective settings, secrets masked.")
final class ConfigCommand extends Subcommand {

    @Override
    public Integer call() {
        out().print(settings().show());
        out().flush();
        return ExitCode.OK;
    }
}
