package dev.faultline.api.demo.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// What the parent process says on standard input, a line at a time; when the parent is gone, however it went, the process ends.
///
/// `peers SERVICE URI...` announces addresses, `slow MILLIS`, `fail SHARE` and `end` set and end misbehaviour, `trade` begins the
/// session and `surge FACTOR` multiplies its rates.
final class ControlChannel {
    private final Peers peers;
    private final Misbehaviour misbehaviour;
    private final @Nullable TerminalTraffic traffic;

    ControlChannel(Peers peers, Misbehaviour misbehaviour, @Nullable TerminalTraffic traffic) {
        this.peers = peers;
        this.misbehaviour = misbehaviour;
        this.traffic = traffic;
    }

    /// Obeys until the input ends, then ends the process at once.
    void obey(InputStream input) {
        try (var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(line.split(" "));
            }
        } catch (IOException e) {
            System.err.println("standard input failed: " + e.getMessage());
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "peers" -> peers.announce(words[1], Arrays.stream(words).skip(2).map(URI::create).toList());
            case "slow" -> misbehaviour.slowDown(Integer.parseInt(words[1]));
            case "fail" -> misbehaviour.fail(Double.parseDouble(words[1]));
            case "end" -> misbehaviour.end();
            case "trade" -> traffic().start();
            case "surge" -> traffic().surge(Double.parseDouble(words[1]));
            default -> System.err.println("unknown command " + words[0]);
        }
    }

    private TerminalTraffic traffic() {
        if (traffic == null) {
            throw new IllegalStateException("this service sends no traffic of its own");
        }
        return traffic;
    }
}
