package dev.faultline.graph.neo4j;

import java.time.Duration;

/// How long the graph may take.
///
/// @param transactionLimit after which the server ends a transaction
/// @param scanLimit after which the server ends a transaction that reads all there is: some ten million rows
/// @param retryLimit for how long work is tried again while the server does not answer or asks to wait
/// @param migrationLockLimit after which a migration lock that nobody releases counts as left behind by a crash
public record GraphLimits(Duration transactionLimit, Duration scanLimit, Duration retryLimit, Duration migrationLockLimit) {
    public static final GraphLimits DEFAULT = new GraphLimits(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(5),
            Duration.ofSeconds(60));

    public GraphLimits withRetryLimit(Duration newRetryLimit) {
        return new GraphLimits(transactionLimit, scanLimit, newRetryLimit, migrationLockLimit);
    }

    public GraphLimits withMigrationLockLimit(Duration newMigrationLockLimit) {
        return new GraphLimits(transactionLimit, scanLimit, retryLimit, newMigrationLockLimit);
    }
}
