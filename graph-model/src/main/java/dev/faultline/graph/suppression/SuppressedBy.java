package dev.faultline.graph.suppression;

import java.time.Instant;

/// That an alert does not count, by which suppression.
///
/// @param since when the alert stopped to count
/// @param until when the suppression is over, as far as is known
public record SuppressedBy(String id, SuppressionKind kind, Instant since, Instant until, String by, String reason) {
    static SuppressedBy of(Suppression suppression, Instant since) {
        return new SuppressedBy(suppression.id(), suppression.kind(), since, suppression.over(), suppression.by(), suppression.reason());
    }
}
