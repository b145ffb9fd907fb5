package dev.faultline.api.demo.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A small Java process that is told what to do on its standard input and ends when that input ends.
///
/// The input ends with this process, also when it is killed, so that no child outlives it.
final class JavaChild {
    private static final List<String> TINY = List.of("-Xmx48m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=24m", "-Xshare:auto");
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    private final Process process;
    private final BufferedReader output;

    private JavaChild(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts a main class of our own class path; what it says on standard error goes to the log file.
    static JavaChild start(Class<?> main, List<String> arguments, Map<String, String> environment, Path logFile) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(TINY);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        builder.environment().putAll(environment);
        try {
            return new JavaChild(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("process " + main.getSimpleName() + " " + arguments + " does not start", e);
        }
    }

    /// Waits for the next line of its standard output.
    String readLine() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("process " + pid() + " ended before it said that it is ready; see its log file");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says one line to it; a process that is gone hears nothing.
    synchronized void say(String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Kills it with SIGKILL and waits until it is gone.
    void kill() {
        process.destroyForcibly();
        await(STOP_TIMEOUT);
    }

    /// Ends its input, on which it ends by itself; kills it if it does not.
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Its end of the pipe is gone, and so is the process.
        }
        if (!await(STOP_TIMEOUT)) {
            kill();
        }
    }

    private boolean await(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
