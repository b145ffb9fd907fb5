package dev.faultline.api.settings;

/// How a log line is written.
public enum LogFormat {
    TEXT, LOGFMT, JSON
}
