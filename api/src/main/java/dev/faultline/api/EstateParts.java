package dev.faultline.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.faultline.collectors.host.HostCollector;
import dev.faultline.collectors.host.HostSettings;
import dev.faultline.collectors.otlp.CallParties;
import dev.faultline.collectors.otlp.ReconciledParties;
import dev.faultline.collectors.otlp.UnseenParties;
import dev.faultline.collectors.reconciliation.CollectorSchedule;
import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.claim.Estate;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.type.CiTypeStore;
import dev.faultline.graph.type.ShippedCiTypes;

/// What brings claims of all sources into the graph: one reconciliation for all of them, by the CI types that are in force.
record EstateParts(Estate estate, ClaimStore claims, Reconciliations reconciliations) {
    private static final Path PROCESSES = Path.of("/proc");

    /// Ships the CI types that are missing, and makes the reconciliation.
    static EstateParts open(GraphConnection graph, Clock clock) {
        CiTypeStore types = new CiTypeStore(graph);
        types.ship(ShippedCiTypes.load());
        EstateStore estate = new EstateStore(graph);
        return new EstateParts(estate, new ClaimStore(graph), new Reconciliations(estate, types::load, clock, EstateParts::newId));
    }

    /// The ends of calls that spans name, as claims like all others.
    CallParties parties(Clock clock) {
        return new ReconciledParties(reconciliations, estate, clock, EstateParts::newId);
    }

    /// The services that log, as claims like all others.
    CallParties logParties(Clock clock) {
        return ReconciledParties.toldBy("otlp", UnseenParties.LOGS, reconciliations, estate, clock, EstateParts::newId);
    }

    /// The ends of calls that a metric store names, as claims like all others.
    CallParties metricParties(Clock clock) {
        return ReconciledParties.toldBy("prometheus", "calls", reconciliations, estate, clock, EstateParts::newId);
    }

    /// What becomes of CIs that spans named once.
    UnseenParties unseenParties(Clock clock) {
        return new UnseenParties(claims, reconciliations, clock, EstateParts::newId);
    }

    /// Gauges this host from now on, and gives what discovers it again and again once it is started; without `/proc` there is nothing
    /// that can be.
    Optional<CollectorSchedule> watchHost(Duration interval, Clock clock, HostMetrics metrics, Parts parts) {
        if (!Files.isDirectory(PROCESSES)) {
            return Optional.empty();
        }
        HostCollector collector = new HostCollector(HostSettings.DEFAULT, clock, EstateParts::newId);
        parts.add(metrics).start();
        return Optional.of(new CollectorSchedule(collector, reconciliations, interval, clock, EstateParts::newId)
                .onRun(report -> estate.heads(HostCollector.SOURCE, collector.scope(), Set.of(HostCollector.HOST_KEY))
                        .forEach(head -> metrics.isKnownAs(head.ciId()))));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
