package dev.faultline.graph.journal;

import java.util.Map;
import java.util.function.Consumer;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// Writes segments of journals once each: the number of a segment is kept in the same transaction as what it adds, so that one that is
/// written again adds nothing.
public final class WrittenSegments {
    private static final long NO_SEGMENT = -1;

    private final GraphConnection graph;

    public WrittenSegments(GraphConnection graph) {
        this.graph = graph;
    }

    /// Fails with [dev.faultline.graph.GraphUnavailableException] while the graph does not answer.
    public void verify() {
        graph.verify();
    }

    /// Fails while the graph takes no writes for this journal, whatever they hold.
    public void verifyWrites(String journalId) {
        graph.write(work -> advance(work, journalId, NO_SEGMENT));
    }

    /// Returns the last segment that was written, or -1 where none was.
    public long last(String journalId) {
        return graph.read(work -> work.one("call/find-journal-segment", Map.of("journalId", journalId), row -> row.get("segment").asLong()))
                .orElse(NO_SEGMENT);
    }

    /// Does the work of a segment with its number, and returns whether it was new.
    public boolean write(String journalId, long segment, Consumer<GraphWork> content) {
        return graph.write(work -> {
            boolean advanced = advance(work, journalId, segment);
            if (advanced) {
                content.accept(work);
            }
            return advanced;
        });
    }

    private static boolean advance(GraphWork work, String journalId, long segment) {
        return work.one("call/advance-journal", Map.of("journalId", journalId, "segment", segment),
                row -> row.get("advanced").asBoolean()).orElse(false);
    }
}
