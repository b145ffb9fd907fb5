package dev.faultline.graph.log;

import java.util.Locale;

/// How grave a log line is meant to be, in rising order; what is finer than these falls to the one below.
public enum LogLevel {
    /** Nothing tells how grave it is. */
    UNKNOWN, DEBUG, INFO, WARN, ERROR;

    private static final int DEBUG_NUMBER = 1;
    private static final int INFO_NUMBER = 9;
    private static final int WARN_NUMBER = 13;
    private static final int ERROR_NUMBER = 17;
    private static final int NUMBER_MAX = 24;

    /// Returns the level of a severity number as OpenTelemetry numbers them, from 1 to 24.
    public static LogLevel ofNumber(int number) {
        if (number < DEBUG_NUMBER || number > NUMBER_MAX) {
            return UNKNOWN;
        }
        return number < INFO_NUMBER ? DEBUG : number < WARN_NUMBER ? INFO : number < ERROR_NUMBER ? WARN : ERROR;
    }

    /// Returns the level that a word of a log or its sender names, whatever its case.
    public static LogLevel ofWord(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "TRACE", "DEBUG", "FINE", "FINER", "FINEST", "VERBOSE" -> DEBUG;
            case "INFO", "INFORMATION", "INFORMATIONAL", "NOTICE", "CONFIG" -> INFO;
            case "WARN", "WARNING" -> WARN;
            case "ERROR", "ERR", "SEVERE", "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERG", "EMERGENCY", "PANIC" -> ERROR;
            default -> UNKNOWN;
        };
    }

    /// Whether such lines are told apart by what they say; of all others only the number is kept.
    public boolean isTrouble() {
        return this == WARN || this == ERROR;
    }
}
