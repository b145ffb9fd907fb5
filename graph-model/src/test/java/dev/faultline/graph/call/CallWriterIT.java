package dev.faultline.graph.call;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class CallWriterIT {
    private static final long HOUR = 60;
    private static final long MINUTE = 500_000 * HOUR;

    private final GraphConnection graph;
    private final CallWriter writer;
    private long segment;

    CallWriterIT(GraphConnection graph) {
        this.graph = graph;
        writer = new CallWriter(graph);
    }

    @BeforeEach
    void writeSample() {
        graph.withDriver("the sample cannot be written",
                driver -> driver.executableQuery("CREATE (:Ci {id: 'a'}), (:Ci {id: 'b'})").execute());
    }

    @Test
    void anEdgeKnowsTheHourInWhichItWasLastSeen() {
        write("x", MINUTE);
        assertThat(lastSeen("x")).isEqualTo(MINUTE);
        write("x", MINUTE + 10);
        assertThat(lastSeen("x")).isEqualTo(MINUTE);
        write("x", MINUTE + HOUR + 10);
        assertThat(lastSeen("x")).isEqualTo(MINUTE + HOUR + 10);
        write("x", MINUTE);
        assertThat(lastSeen("x")).isEqualTo(MINUTE + HOUR + 10);
        new CallWriter(graph).write("other", 0, List.of(edge("x")), List.of(window("x", MINUTE)));
        assertThat(lastSeen("x")).isEqualTo(MINUTE + HOUR + 10);
    }

    @Test
    void anEdgeWithoutWindowsIsThereAndSeen() {
        writer.see(List.of(edge("x")), MINUTE);
        assertThat(lastSeen("x")).isEqualTo(MINUTE);
        writer.see(List.of(edge("x")), MINUTE + HOUR);
        assertThat(lastSeen("x")).isEqualTo(MINUTE + HOUR);
        CallEdgeStore store = new CallEdgeStore(graph);
        assertThat(store.byCallees(List.of("b"))).containsExactly(edge("x"));
        assertThat(store.windows(List.of("x"), 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void theEdgesOfACiAreThoseSeenLastFirst() {
        write("old", MINUTE);
        write("young", MINUTE + 2 * HOUR);
        write("middle", MINUTE + HOUR);
        CallEdgeStore store = new CallEdgeStore(graph);
        assertThat(store.byCallees(List.of("b"))).extracting(CallEdge::id).containsExactly("young", "middle", "old");
        assertThat(store.byCallers(List.of("a"))).extracting(CallEdge::id).containsExactly("young", "middle", "old");
    }

    private void write(String id, long minute) {
        assertThat(writer.write("journal", segment++, List.of(edge(id)), List.of(window(id, minute)))).isTrue();
    }

    private static CallEdge edge(String id) {
        return new CallEdge(id, "a", "b", null, "GET /", CallKind.HTTP);
    }

    private static CallWindow window(String id, long minute) {
        LatencySketch latency = LatencySketch.empty();
        latency.add(1, 1);
        return new CallWindow(id, minute, 1, 0, latency, CallSlices.empty());
    }

    private long lastSeen(String id) {
        return graph.withDriver("the sample cannot be read", driver -> driver
                .executableQuery("MATCH (edge:CallEdge {id: '" + id + "'}) RETURN edge.lastSeenMinute").execute()).records().getFirst()
                .get(0)
                .asLong();
    }
}
