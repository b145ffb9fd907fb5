package dev.faultline.collectors.otlp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.journal.Journal;
import dev.faultline.collectors.otlp.pair.PairLimits;
import dev.faultline.collectors.otlp.pair.SpanCounts;
import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeFilter;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.call.CallRetention;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.type.CiTypeStore;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;

/// An intake of traces with all that it needs, on a graph and a directory, and what came of it.
final class IntakeFixture {
    static final TraceLimits LIMITS = TraceLimits.DEFAULT.withSegmentMax(Duration.ofMillis(200))
            .withPair(PairLimits.DEFAULT.withWaitMillis(100));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final SpanCounts counts = new SpanCounts();
    private final GraphConnection graph;
    private final Path directory;
    private final Clock clock = Clock.systemUTC();

    IntakeFixture(GraphConnection graph, Path directory) {
        this.graph = graph;
        this.directory = directory;
    }

    TraceIntake open(TraceLimits limits) {
        return open(limits, parties -> parties);
    }

    /// @param spoilt makes of what knows the parties of calls one that fails
    TraceIntake open(TraceLimits limits, UnaryOperator<CallParties> spoilt) {
        CallParties parties = new ReconciledParties(reconciliations(), new EstateStore(graph), clock, IntakeFixture::newId);
        Journal journal = Journal.open(directory, "spans", limits.journalBytesMax(), newId());
        return TraceIntake.open(limits, journal, new CallRecorder(spoilt.apply(parties), new CallWriter(graph), counts), counts, clock);
    }

    /// The upkeep as it will be after some time.
    CallUpkeep upkeepAfter(Duration time, CallUpkeep.Ages ages) {
        Clock later = Clock.offset(clock, time);
        return CallUpkeep.start(new CallRetention(graph),
                new UnseenParties(new ClaimStore(graph), reconciliations(), later, IntakeFixture::newId), ages, later);
    }

    private Reconciliations reconciliations() {
        CiTypeStore types = new CiTypeStore(graph);
        types.ship(ShippedCiTypes.load());
        return new Reconciliations(new EstateStore(graph), types::load, clock, IntakeFixture::newId);
    }

    long nowMillis() {
        return clock.millis();
    }

    static void accept(TraceIntake intake, byte[] body) {
        assertThat(intake.receive(BodyFormat.PROTOBUF, body)).isEqualTo(new IntakeAnswer.Accepted(0, ""));
    }

    /// The stored calls by endpoint.
    Map<String, Double> calls() {
        CallEdgeStore store = new CallEdgeStore(graph);
        Map<String, String> endpoints = store.page(CallEdgeFilter.ALL, "", CallEdgeStore.PAGE_MAX).stream()
                .collect(Collectors.toMap(CallEdge::id, CallEdge::endpoint));
        return store.windows(endpoints.keySet(), 0, Long.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(window -> endpoints.getOrDefault(window.edgeId(), ""),
                        Collectors.summingDouble(CallWindow::calls)));
    }

    static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + " within " + PATIENCE).isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
