package dev.faultline.api.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.faultline.api.ApiException;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.topology.Topology;

/// Measures from the post of the last alert of an incident to its stored ranking, on a whole Faultline with its own Neo4j.
///
/// The incident has 200 alerts; each further one that is posted is the last one for a while. The yardstick is reading as many call
/// edges and windows as one ranking may, by the plain queries and nothing else, in the same run.
final class AlertToRanking {
    private static final int ALERTS = 200;
    private static final int ALERTS_A_BODY = 50;
    private static final int WARM_UPS = 5;
    private static final int RUNS = 40;
    private static final int EDGES = 600;
    private static final int MINUTES = 22;
    private static final long LOOK_MILLIS = 5;
    /// This host is no part of what is measured.
    private static final String NEVER = "24h";
    private static final long PATIENCE_SECONDS = 120;
    private static final double NANOS_PER_MILLI = 1e6;

    private final IncidentStore incidents;
    private final CallEdgeStore calls;
    private final AlertPour pour;
    private final Set<String> serviceIds;

    private AlertToRanking(BenchedFaultline faultline, AlertPour pour, Set<String> serviceIds) {
        this.incidents = new IncidentStore(faultline.graph());
        this.calls = new CallEdgeStore(faultline.graph());
        this.pour = pour;
        this.serviceIds = serviceIds;
    }

    static void measure(Settings settings, Topology topology, long seed, Figures figures) {
        Set<String> services = new LinkedHashSet<>();
        for (int i = 0; i < ALERTS; i++) {
            services.add(AlertBodies.service(i));
        }
        try (BenchedFaultline faultline = BenchedFaultline.startOn(settings.with(Keys.HOST_INTERVAL, NEVER),
                graph -> new StoredEstate(graph, seed).write(topology, services, Instant.now()));
                AlertPour pour = new AlertPour(faultline.port(), faultline.token())) {
            new AlertToRanking(faultline, pour, services).run(figures);
        }
    }

    private void run(Figures figures) {
        pour.send(AlertBodies.distinct("bench", ALERTS, ALERTS_A_BODY));
        await(ALERTS);
        double[] ranked = new double[WARM_UPS + RUNS];
        double[] read = new double[WARM_UPS + RUNS];
        for (int i = 0; i < ranked.length; i++) {
            List<byte[]> last = AlertBodies.distinct("last-" + i, 1, 1);
            long start = System.nanoTime();
            pour.send(last);
            await(ALERTS + i + 1);
            ranked[i] = (System.nanoTime() - start) / NANOS_PER_MILLI;
            read[i] = readAlone();
        }
        print(figures, "rank.alert-to-stored", Arrays.copyOfRange(ranked, WARM_UPS, ranked.length));
        print(figures, "rank.yardstick.read", Arrays.copyOfRange(read, WARM_UPS, read.length));
    }

    private double readAlone() {
        long toMinute = Instant.now().getEpochSecond() / 60 + 1;
        long start = System.nanoTime();
        List<String> edgeIds = calls.byCallees(serviceIds).stream().map(CallEdge::id).limit(EDGES).toList();
        calls.windows(edgeIds, toMinute - MINUTES, toMinute);
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    /// Waits until an incident of this many alerts is stored; its ranking is stored in the same transaction.
    private void await(int alerts) {
        long deadlineNanos = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000;
        while (incidents.open().stream().map(Incident::alertKeys).noneMatch(keys -> keys.size() >= alerts)) {
            if (System.nanoTime() > deadlineNanos) {
                throw new ApiException("no incident of " + alerts + " alerts was ranked within " + PATIENCE_SECONDS + " s, there are "
                        + incidents.open().stream().map(incident -> incident.alertKeys().size()).toList());
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiException("the benchmark was interrupted", e);
            }
        }
    }

    private static void print(Figures figures, String figure, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        figures.print(figure + ".p50", sorted[sorted.length / 2], "ms");
        figures.print(figure + ".p99", sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)], "ms");
    }
}
