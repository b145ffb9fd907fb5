package dev.faultline.api.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.faultline.api.Faultline;
import dev.faultline.api.Logging;
import dev.faultline.api.Parts;
import dev.faultline.api.http.Tokens;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;

/// Runs the server until it is told to stop.
@Command(name = "serve", description = "Run the server until it is told to stop (SIGTERM or Ctrl-C).")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable FaultlineCommand parent;
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (parent == null || spec == null) {
            throw new IllegalStateException("serve runs as a subcommand only");
        }
        Settings settings = parent.settings();
        Logging.configure(settings.get(Keys.LOG_FORMAT), settings.get(Keys.LOG_LEVEL));
        Parts parts = new Parts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop"));
        Faultline faultline = Faultline.start(settings, Clock.systemUTC(), parts);
        spec.commandLine().getOut().println("Faultline listens on http://" + settings.get(Keys.HTTP_HOST) + ":" + faultline.port()
                + "; the admin token is in " + Tokens.adminFile(settings.get(Keys.DATA_DIRECTORY)));
        spec.commandLine().getOut().flush();
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }
}
