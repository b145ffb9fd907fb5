package dev.faultline.api.command;

/// The exit codes of every command, as `--help` tells them.
final class ExitCode {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;

    private ExitCode() {}
}
