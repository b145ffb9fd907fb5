package dev.faultline.graph.explanation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// What rankings were computed from, in the graph beside the rankings, until it is retired.
public final class RankingInputStore {
    private final GraphConnection graph;

    public RankingInputStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// How much is kept.
    ///
    /// @param count of how many rankings
    /// @param bytes in all, compressed
    public record Usage(long count, long bytes) {}

    /// Keeps what a ranking was computed from, within the transaction that stores the ranking.
    public static void save(GraphWork work, String rankingId, Instant at, PackedInput input) {
        work.run("explanation/save-ranking-input",
                Map.of("rankingId", rankingId, "atMillis", at.toEpochMilli(), "bytes", input.bytes(), "size", input.size()));
    }

    /// What a version of an incident's ranking was computed from; nothing where it is kept no longer or never was.
    public Optional<PackedInput> find(String incidentId, long version) {
        return graph.read(work -> work.one("explanation/get-ranking-input", Map.of("rankingId", incidentId + "#" + version),
                row -> new PackedInput(row.get("bytes").asByteArray())));
    }

    /// How much is kept now; costs a scan of what is kept.
    public Usage usage() {
        return graph.read(work -> work.one("explanation/measure-ranking-inputs", Map.of(),
                row -> new Usage(row.get("count").asLong(), row.get("bytes").asLong()))).orElse(new Usage(0, 0));
    }

    /// Retires the oldest inputs: those from before an instant, and further ones until the rest fits.
    ///
    /// @param limit how many at the most
    /// @return how many
    public int retire(Instant before, long bytesMax, int limit) {
        return graph.write(work -> work.one("explanation/retire-ranking-inputs",
                Map.of("beforeMillis", before.toEpochMilli(), "bytesMax", bytesMax, "limit", limit),
                row -> row.get("retired").asInt())).orElse(0);
    }
}
