package dev.faultline.graph.neo4j;

import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationClassification;

/// Drivers with the limits that every connection of ours has.
final class Drivers {
    private static final int CONNECTIONS_MAX = 50;
    private static final long CONNECT_LIMIT_SECONDS = 5;
    private static final long ACQUIRE_LIMIT_SECONDS = 10;

    private Drivers() {}

    static Driver open(Neo4jEndpoint endpoint) {
        return GraphDatabase.driver(endpoint.uri(), endpoint.token(), config());
    }

    /// The logging of the driver that needs no call of `withLogging` writes every message with all its parameters out as text
    /// before it asks whether anybody wants to read it: a quarter of the time of a large write.
    @SuppressWarnings("deprecation")
    private static Config config() {
        return Config.builder()
                .withLogging(Logging.slf4j())
                .withMaxConnectionPoolSize(CONNECTIONS_MAX)
                .withConnectionTimeout(CONNECT_LIMIT_SECONDS, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(ACQUIRE_LIMIT_SECONDS, TimeUnit.SECONDS)
                .withDisabledNotificationClassifications(Set.of(NotificationClassification.UNRECOGNIZED))
                .withTelemetryDisabled(true)
                .withUserAgent("faultline")
                .build();
    }
}
