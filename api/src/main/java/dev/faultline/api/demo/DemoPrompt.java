package dev.faultline.api.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.fault.FaultKind;

/// The demo's prompt on a terminal: a fault is injected by its name, answered, and taken back.
public final class DemoPrompt {
    private static final String QUIT = "quit";

    private final Demo demo;
    private final BufferedReader input;
    private final PrintWriter output;

    public DemoPrompt(Demo demo, BufferedReader input, PrintWriter output) {
        this.demo = demo;
        this.input = input;
        this.output = output;
    }

    /// Asks until the user quits or the input ends.
    ///
    /// @return whether the user asked to quit; false where there is no input, as without a terminal
    public boolean run() throws IOException, InterruptedException {
        tellFaults();
        while (true) {
            output.print("fault> ");
            output.flush();
            @Nullable
            String line = input.readLine();
            if (line == null || line.strip().equals(QUIT)) {
                return line != null;
            }
            if (!line.isBlank()) {
                inject(line.strip().split("\\s+"));
            }
        }
    }

    private void inject(String[] words) throws InterruptedException {
        try {
            FaultKind kind = FaultKind.named(words[0]);
            if (!demo.monitor().view().knowsNormal()) {
                output.println("the morning's opening is not over yet; waiting until the monitor knows what is normal");
                output.flush();
                demo.awaitNormal();
            }
            output.println("injecting: " + kind.explanation());
            output.flush();
            output.print(TrialText.of(demo.runTrial(kind, words.length > 1 ? words[1] : null)));
        } catch (IllegalArgumentException e) {
            output.println(e.getMessage());
        }
    }

    private void tellFaults() {
        output.println("Faults to inject; a second word names another target, " + QUIT + " ends the demo:");
        for (FaultKind kind : FaultKind.values()) {
            output.printf("  %-12s %s (%s)%n", kind.word(), kind.explanation(),
                    kind.usualTarget().isEmpty() ? demo.host() : kind.usualTarget());
        }
    }
}
