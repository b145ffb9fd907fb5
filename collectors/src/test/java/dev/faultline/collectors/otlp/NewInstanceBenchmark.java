package dev.faultline.collectors.otlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.type.CiTypeStore;
import dev.faultline.graph.type.ShippedCiTypes;

/// Measures what the first call of a new instance costs while the number of known instances grows.
///
/// Run its `main` with the test class path of this module and `-Dfaultline.neo4j.lib` as the tests have it; the argument says how many
/// instances there are in the end (28,000 unless given).
final class NewInstanceBenchmark {
    private static final int INSTANCES = 28_000;
    private static final int AT_ONCE = 2_000;
    private static final int NEW_ONES = 5;

    private NewInstanceBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int instances = arguments.length == 0 ? INSTANCES : Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("new-instance-benchmark");
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(directory).withMemory(512, 128));
                GraphConnection graph = GraphConnection.open(server.endpoint(), GraphLimits.DEFAULT)) {
            CallParties parties = parties(graph);
            for (int known = 0; known < instances; known += AT_ONCE) {
                long fillMillis = millis(parties, claims("known", known, known + AT_ONCE));
                long newMillis = Long.MAX_VALUE;
                for (int i = 0; i < NEW_ONES; i++) {
                    newMillis = Math.min(newMillis, millis(parties, claims("new" + known, i, i + 1)));
                }
                System.out.printf("%6d known: one more %5d ms (best of %d); the last %d at once %6d ms%n", known + AT_ONCE, newMillis,
                        NEW_ONES,
                        AT_ONCE, fillMillis);
            }
        }
    }

    private static CallParties parties(GraphConnection graph) {
        CiTypeStore types = new CiTypeStore(graph);
        types.ship(ShippedCiTypes.load());
        EstateStore estate = new EstateStore(graph);
        Clock clock = Clock.systemUTC();
        return new ReconciledParties(new Reconciliations(estate, types::load, clock, NewInstanceBenchmark::newId), estate, clock,
                NewInstanceBenchmark::newId);
    }

    private static long millis(CallParties parties, List<Claim> claims) {
        long startNanos = System.nanoTime();
        if (parties.ciIds(claims).size() < claims.size()) {
            throw new IllegalStateException("some of " + claims.size() + " claims lead to no CI, expected all");
        }
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    private static List<Claim> claims(String name, int from, int to) {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("service:/pods", "Service", "pods", Map.of("serviceName", "pods"), List.of()));
        for (int i = from; i < to; i++) {
            String id = name + "-" + i;
            claims.add(new Claim("instance:" + id, "ServiceInstance", "pods " + id,
                    Map.of("serviceName", "pods", "instanceId", id, "hostName", "host" + i % 100),
                    List.of(new Claim.ClaimedRelation("INSTANCE_OF", "service:/pods"))));
        }
        return claims;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
