package dev.faultline.graph.claim;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.neo4j.GraphConnection;

/// Claims and reports of runs in the graph, for reading.
public final class ClaimStore {
    /// The most reports that one question gives.
    public static final int RUNS_MAX = 1_000;

    private final GraphConnection graph;

    public ClaimStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// What each source says about CIs: where every value comes from, and since when it has been said.
    public List<StoredClaim> claimsOf(Collection<String> ciIds) {
        return graph.read(work -> work.list("claim/find-claims-of-cis", Map.of("ids", List.copyOf(ciIds)),
                row -> ClaimRows.claim(row.get("claim").asMap())));
    }

    /// The latest runs over a scope of a source, latest first.
    public List<RunReport> runs(String source, String scope, int limit) {
        return graph.read(work -> work.list("claim/list-runs",
                Map.of("source", source, "scope", scope, "limit", Math.clamp(limit, 1, RUNS_MAX)), row -> RunRows.report(row.get("run"))));
    }

    /// The latest run over each scope of each source.
    public List<RunReport> latestRuns() {
        return graph.read(work -> work.list("claim/list-scopes", Map.of(), row -> RunRows.report(row.get("run"))));
    }
}
