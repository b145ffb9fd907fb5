package dev.faultline.api.command;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;

import dev.faultline.api.Faultline;
import dev.faultline.api.Logging;
import dev.faultline.api.Parts;
import dev.faultline.api.http.Tokens;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;

/// Runs the server until it is told to stop.
@Command(name = "serve", description = "Run the server until it is told to stop (SIGTERM or Ctrl-C).")
final class ServeCommand extends Subcommand {

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        Logging.configure(settings.get(Keys.LOG_FORMAT), settings.get(Keys.LOG_LEVEL));
        Parts parts = new Parts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop"));
        Faultline faultline = Faultline.start(settings, Clock.systemUTC(), parts);
        println("Faultline listens on http://" + settings.get(Keys.HTTP_HOST) + ":" + faultline.port() + "; the admin token is in "
                + Tokens.adminFile(settings.get(Keys.DATA_DIRECTORY)));
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }
}
