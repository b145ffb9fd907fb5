package dev.faultline.graph.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Value;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// The notices that are to be sent, in the graph until they are.
public final class OutboxStore {
    private final GraphConnection graph;

    public OutboxStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// Puts a notice into the outbox within the transaction that stores what it tells.
    public static void save(GraphWork work, OutgoingNotice notice) {
        work.run("outbox/save-notice", Map.of("id", notice.id(), "event", notice.event(), "incidentId", notice.incidentId(), "body",
                notice.body(), "atMillis", notice.at().toEpochMilli()));
    }

    /// The notices that are due at an instant, oldest first.
    public List<OutgoingNotice> due(Instant at, int limit) {
        return graph.read(work -> work.list("outbox/list-notices-due", Map.of("atMillis", at.toEpochMilli(), "limit", limit),
                row -> notice(row.get("notice"))));
    }

    private static OutgoingNotice notice(Value row) {
        return new OutgoingNotice(row.get("id").asString(), row.get("event").asString(), row.get("incidentId").asString(),
                row.get("body").asString(), Instant.ofEpochMilli(row.get("atMillis").asLong()), row.get("attempts").asInt());
    }

    /// Takes a notice out, as it was sent or given up.
    public void remove(String id) {
        write("outbox/remove-notice", Map.of("id", id));
    }

    /// Remembers that a notice was sent in vain once more.
    ///
    /// @param dueAt when it is to be tried again
    public void postpone(OutgoingNotice notice, Instant dueAt) {
        write("outbox/postpone-notice",
                Map.of("id", notice.id(), "attempts", notice.attempts() + 1, "dueAtMillis", dueAt.toEpochMilli()));
    }

    /// How many notices wait.
    public long count() {
        return graph.read(work -> work.one("outbox/count-notices", Map.of(), row -> row.get("count").asLong())).orElse(0L);
    }

    private void write(String query, Map<String, Object> parameters) {
        graph.write(work -> {
            work.run(query, parameters);
            return true;
        });
    }
}
