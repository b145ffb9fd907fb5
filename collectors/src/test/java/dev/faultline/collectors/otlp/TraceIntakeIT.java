package dev.faultline.collectors.otlp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.collectors.otlp.decode.UndecodableException;
import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.journal.Journal;
import dev.faultline.collectors.otlp.pair.PairLimits;
import dev.faultline.collectors.otlp.pair.SpanCounts;
import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeFilter;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.test.SmallDisk;
import dev.faultline.graph.type.CiTypeStore;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@Neo4jTest
class TraceIntakeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REFUSAL_PATIENCE = Duration.ofSeconds(20);
    private static final int MANY = 50;
    private static final TraceLimits LIMITS = TraceLimits.DEFAULT.withSegmentMax(Duration.ofMillis(200));

    private final GraphConnection graph;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger traces = new AtomicInteger();

    @TempDir
    private Path directory = Path.of("");

    TraceIntakeIT(GraphConnection graph) {
        this.graph = graph;
    }

    @Test
    void acceptedSpansBecomeWindowsInTheGraph() {
        try (TraceIntake intake = open(graph, LIMITS)) {
            for (int i = 0; i < MANY; i++) {
                accept(intake, call(traces.incrementAndGet(), true, true));
            }
            awaitCalls(graph, MANY);
        }
        CallEdge edge = new CallEdgeStore(graph).page(CallEdgeFilter.ALL, "", 10).getFirst();
        assertThat(edge.endpoint()).isEqualTo("GET /quotes");
        assertThat(edge.calleeInstanceId()).isNotNull();
        assertThat(new CallEdgeStore(graph).around(List.of(edge.callerId()))).containsExactly(edge);
        assertThat(new CallEdgeStore(graph).byCallees(List.of(edge.calleeId()))).containsExactly(edge);
        List<CallWindow> windows = new CallEdgeStore(graph).windows(List.of(edge.id()), 0, Long.MAX_VALUE);
        assertThat(windows).allSatisfy(window -> {
            assertThat(slices(window.slices()::calls)).as("calls by ten seconds").isEqualTo(window.calls());
            assertThat(slices(window.slices()::millis)).as("time by ten seconds").isCloseTo(window.calls(), within(1e-6));
        });
    }

    private static double slices(IntToDoubleFunction bySlice) {
        return IntStream.range(0, CallSlices.COUNT).mapToDouble(bySlice).sum();
    }

    @Test
    void whatWasAcceptedBeforeACrashIsWrittenOnceAfterIt() {
        TraceLimits slow = LIMITS.withSegmentMax(Duration.ofHours(1));
        TraceIntake crashed = open(graph, slow);
        accept(crashed, call(1, true, true));
        accept(crashed, call(2, true, false));
        try (TraceIntake intake = open(graph, LIMITS)) {
            accept(intake, call(2, false, true));
            awaitCalls(graph, 2);
        }
        try (TraceIntake again = open(graph, LIMITS)) {
            accept(again, call(3, true, true));
            awaitCalls(graph, 3);
            assertThat(again.problem()).isEmpty();
        }
    }

    @Test
    void spansWaitAcrossARestartForTheirPartners() {
        try (TraceIntake first = open(graph, LIMITS)) {
            accept(first, call(1, true, false));
            accept(first, call(2, true, true));
            awaitCalls(graph, 1);
        }
        try (TraceIntake second = open(graph, LIMITS)) {
            accept(second, call(1, false, true));
            awaitCalls(graph, 2);
        }
    }

    @Test
    void sendersComeAgainWhileTheGraphIsAwayAndNothingIsLostOrCountedTwice() throws Exception {
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(directory.resolve("neo4j")).withMemory(512, 64));
                GraphConnection own = GraphConnection.open(server.endpoint(), GraphLimits.DEFAULT);
                TraceIntake intake = open(own, LIMITS)) {
            for (int i = 0; i < MANY; i++) {
                accept(intake, call(traces.incrementAndGet(), true, true));
            }
            kill(server);
            awaitRefusal(intake);
            awaitCalls(own, traces.get());
            assertThat(intake.problem()).isEmpty();
        }
    }

    @Test
    void aFullJournalIsToldToTheSender() {
        try (TraceIntake intake = open(graph, LIMITS.withJournalBytesMax(100))) {
            assertThat(intake.receive(BodyFormat.PROTOBUF, call(1, true, true)))
                    .isInstanceOfSatisfying(IntakeAnswer.Unavailable.class, answer -> assertThat(answer.sentence()).contains("is full"));
        }
    }

    @Test
    void sendersComeAgainWhileTheDiskIsFullAndNothingAcceptedIsLost() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(directory.resolve("spans")), 1);
                TraceIntake intake = open(graph, LIMITS)) {
            accept(intake, call(traces.incrementAndGet(), true, true));
            disk.fill();
            awaitRefusal(intake);
            Thread.sleep(3 * LIMITS.segmentMax().toMillis());
            disk.makeRoom();
            for (int i = 0; i < MANY; i++) {
                accept(intake, call(traces.incrementAndGet(), true, true));
            }
            awaitCalls(graph, traces.get());
        }
    }

    @Test
    void whatCannotBeReadIsRefusedAndLeavesNothing() {
        try (TraceIntake intake = open(graph, LIMITS)) {
            assertThatThrownBy(() -> intake.receive(BodyFormat.PROTOBUF, new byte[]{10, 127, 1})).isInstanceOf(UndecodableException.class);
            assertThatThrownBy(() -> intake.receive(BodyFormat.JSON, "{".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UndecodableException.class);
            byte[] old = ExportTraceServiceRequest.newBuilder()
                    .addResourceSpans(spans("old", span(9, 1, 0, Span.SpanKind.SPAN_KIND_SERVER).setStartTimeUnixNano(5))).build()
                    .toByteArray();
            assertThat(intake.receive(BodyFormat.PROTOBUF, old)).isEqualTo(
                    new IntakeAnswer.Accepted(1, "1 spans whose start time is too far in the past"));
        }
        assertThat(new CallEdgeStore(graph).page(CallEdgeFilter.ALL, "", 10)).isEmpty();
    }

    private TraceIntake open(GraphConnection connection, TraceLimits limits) {
        CiTypeStore types = new CiTypeStore(connection);
        types.ship(ShippedCiTypes.load());
        EstateStore estate = new EstateStore(connection);
        ReconciledParties parties = new ReconciledParties(
                new Reconciliations(estate, types::load, clock, () -> UUID.randomUUID().toString()), estate, clock,
                () -> UUID.randomUUID().toString());
        SpanCounts counts = new SpanCounts();
        Journal journal = Journal.open(directory.resolve("spans"), "spans", limits.journalBytesMax(), UUID.randomUUID().toString());
        return TraceIntake.open(limits.withPair(PairLimits.DEFAULT), journal, new CallRecorder(parties, new CallWriter(connection), counts),
                counts, clock);
    }

    private static void accept(TraceIntake intake, byte[] body) {
        assertThat(intake.receive(BodyFormat.PROTOBUF, body)).isEqualTo(new IntakeAnswer.Accepted(0, ""));
    }

    /// Sends until nothing is taken any more.
    private void awaitRefusal(TraceIntake intake) throws InterruptedException {
        long deadline = System.nanoTime() + REFUSAL_PATIENCE.toNanos();
        while (intake.receive(BodyFormat.PROTOBUF, call(traces.get() + 1, true, true)) instanceof IntakeAnswer.Accepted) {
            traces.incrementAndGet();
            assertThat(System.nanoTime()).as("time of the first refusal").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /// Kills the server's process, which is started again by its owner.
    private static void kill(EmbeddedNeo4j server) {
        ProcessHandle.of(server.processId()).orElseThrow().destroyForcibly();
    }

    private static void awaitCalls(GraphConnection connection, double expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        double calls = calls(connection);
        while (calls < expected && System.nanoTime() < deadline) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            calls = calls(connection);
        }
        assertThat(calls).isEqualTo(expected);
    }

    private static double calls(GraphConnection connection) {
        try {
            CallEdgeStore store = new CallEdgeStore(connection);
            Collection<String> edges = store.page(CallEdgeFilter.ALL, "", 100).stream().map(CallEdge::id).collect(Collectors.toSet());
            return store.windows(edges, 0, Long.MAX_VALUE).stream().mapToDouble(CallWindow::calls).sum();
        } catch (dev.faultline.graph.GraphException e) {
            return -1;
        }
    }

    /// One call of the gateway to quotes, told by either side or both.
    private byte[] call(long trace, boolean client, boolean server) {
        var request = ExportTraceServiceRequest.newBuilder();
        if (client) {
            request.addResourceSpans(spans("gateway", span(trace, 1, 99, Span.SpanKind.SPAN_KIND_CLIENT)));
        }
        if (server) {
            request.addResourceSpans(spans("quotes", span(trace, 2, 1, Span.SpanKind.SPAN_KIND_SERVER).setName("GET /quotes")));
        }
        return request.build().toByteArray();
    }

    private Span.Builder span(long trace, long id, long parent, Span.SpanKind kind) {
        long start = clock.millis() * 1_000_000;
        return Span.newBuilder().setTraceId(bytes(7, trace)).setSpanId(bytes(id)).setParentSpanId(bytes(parent)).setKind(kind)
                .setName("GET")
                .setStartTimeUnixNano(start).setEndTimeUnixNano(start + 1_000_000);
    }

    private static ResourceSpans spans(String service, Span.Builder span) {
        var resource = Resource.newBuilder();
        Map.of("service.name", service, "service.instance.id", service + "-1").forEach((key, value) -> resource.addAttributes(
                KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value))));
        return ResourceSpans.newBuilder().setResource(resource).addScopeSpans(ScopeSpans.newBuilder().addSpans(span)).build();
    }

    private static ByteString bytes(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            buffer.putLong(value);
        }
        return ByteString.copyFrom(buffer.flip());
    }
}
