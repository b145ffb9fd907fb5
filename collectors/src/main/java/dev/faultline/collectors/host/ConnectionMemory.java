package dev.faultline.collectors.host;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Remembers connections for a while, so that short ones that come again and again make no history of their own.
final class ConnectionMemory {
    private final Duration memory;
    private final Map<Connection, Instant> lastSeen = new HashMap<>();

    ConnectionMemory(Duration memory) {
        this.memory = memory;
    }

    /// The connections that count now: those that are open, and those that were not long ago between processes still there.
    Set<Connection> remember(Set<Connection> open, Predicate<String> isThere, Instant now) {
        open.forEach(connection -> lastSeen.put(connection, now));
        lastSeen.entrySet().removeIf(entry -> entry.getValue().plus(memory).isBefore(now) || !areThere(entry.getKey(), isThere));
        return Set.copyOf(lastSeen.keySet());
    }

    private static boolean areThere(Connection connection, Predicate<String> isThere) {
        return switch (connection) {
            case Connection.ToProcess(var from, var to) -> isThere.test(from) && isThere.test(to);
            case Connection.ToAddress(var from, _) -> isThere.test(from);
        };
    }
}
