package dev.faultline.api;

import dev.faultline.api.command.FaultlineCommand;

/// Where the program starts: the only class that a launcher has to know.
public final class Main {
    private Main() {}

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        Logging.takeOver();
        System.exit(FaultlineCommand.run(System.getenv(), arguments));
    }
}
