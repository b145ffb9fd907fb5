package dev.faultline.api.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import dev.faultline.api.settings.Settings;
import dev.faultline.api.settings.SettingsException;

/// The program `faultline` with its subcommands.
@Command(name = "faultline", versionProvider = Version.class, mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, sortOptions = false, description = "One graph of everything an operations team runs, and an engine that ranks root causes on it.", synopsisSubcommandLabel = "COMMAND", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:it worked",
        "1:it failed; one sentence on standard error says why",
        "2:the arguments or settings are wrong"}, footerHeading = "%nSettings:%n", footer = "  Every key of `faultline config` can be set in the settings file or by an environment variable such as "
                + "FAULTLINE_HTTP_PORT for http.port.", subcommands = {ServeCommand.class, DemoCommand.class, RankCommand.class,
                        ExplainCommand.class,
                        BenchCommand.class,
                        ConfigCommand.class})
public final class FaultlineCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = {"-c",
            "--config"}, paramLabel = "FILE", scope = ScopeType.INHERIT, description = "Settings file; by default $FAULTLINE_CONFIG, else faultline.yaml of the working directory.")
    private @Nullable Path file;

    private final Map<String, String> environment;

    private FaultlineCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /// Runs what the arguments ask for and returns the exit code.
    public static int run(Map<String, String> environment, String... arguments) {
        return commandLine(environment).execute(arguments);
    }

    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine line = new CommandLine(new FaultlineCommand(environment));
        line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command.getErr()));
        line.setParameterExceptionHandler((wrong, arguments) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println("faultline: " + wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
            command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.USAGE;
        });
        line.setUsageHelpWidth(100);
        return line;
    }

    private static int tell(Exception failure, PrintWriter err) {
        String message = failure.getMessage();
        String text = message == null || message.isBlank() ? failure.toString() : message;
        text.lines().forEach(sentence -> err.println("faultline: " + sentence));
        return failure instanceof SettingsException ? ExitCode.USAGE : ExitCode.FAILURE;
    }

    /// The effective settings.
    Settings settings() {
        return Settings.load(file, environment);
    }

    /// Without a subcommand there is nothing to do but to tell what there is.
    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing, expected one of "
                    + String.join(", ", spec.commandLine().getSubcommands().keySet()));
        }
    }
}
