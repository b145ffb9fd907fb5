package dev.faultline.api.settings;

/// The least level that is logged.
public enum LogLevel {
    ERROR, WARN, INFO, DEBUG, TRACE
}
