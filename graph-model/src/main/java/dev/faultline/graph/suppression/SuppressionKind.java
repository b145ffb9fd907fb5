package dev.faultline.graph.suppression;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// How a suppression says which alerts it is about.
public enum SuppressionKind {
    SILENCE, MAINTENANCE;

    private static final int RANDOM_CHARACTERS = 8;
    private static final Pattern ID = Pattern.compile("(silence|maintenance)-[0-9a-f]{12}-[0-9a-f]{" + RANDOM_CHARACTERS + "}");

    /// An id of this kind; ids ascend in time.
    public String id(Instant createdAt, UUID random) {
        return prefix() + String.format(Locale.ROOT, "%012x-%s", createdAt.toEpochMilli(),
                random.toString().substring(0, RANDOM_CHARACTERS));
    }

    boolean isId(String text) {
        return text.startsWith(prefix()) && ID.matcher(text).matches();
    }

    private String prefix() {
        return name().toLowerCase(Locale.ROOT) + "-";
    }
}
