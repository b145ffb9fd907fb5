package dev.faultline.collectors.otlp.decode;

import java.util.Locale;
import java.util.Set;

/// Where structured logs have their message.
final class LogMessages {
    private static final Set<String> KEYS = Set.of("message", "msg", "log", "body", "event");

    private LogMessages() {}

    static boolean isMessage(String key) {
        return KEYS.contains(key.toLowerCase(Locale.ROOT));
    }
}
