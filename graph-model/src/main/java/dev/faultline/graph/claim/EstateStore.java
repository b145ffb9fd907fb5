package dev.faultline.graph.claim;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.ci.CiRows;
import dev.faultline.graph.ci.CiWriter;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;
import dev.faultline.graph.type.CiTypes;

/// The estate in Neo4j.
public final class EstateStore implements Estate {
    private final GraphConnection graph;

    public EstateStore(GraphConnection graph) {
        this.graph = graph;
    }

    @Override
    public List<ClaimHead> heads(String source, String scope) {
        return graph.read(work -> work.list("claim/list-claim-heads", Map.of("source", source, "scope", scope), EstateStore::head));
    }

    @Override
    public List<ClaimHead> heads(String source, String scope, Set<String> keys) {
        return graph.read(work -> work.list("claim/find-claim-heads",
                Map.of("source", source, "scope", scope, "keys", List.copyOf(keys)), EstateStore::head));
    }

    private static ClaimHead head(Record row) {
        return new ClaimHead(row.get("key").asString(), row.get("ciId").asString(), row.get("ciType").asString(),
                row.get("contentHash").asString(), row.get("problems").asList(Value::asString));
    }

    @Override
    public List<CiState> states(Set<String> identityKeys, Set<String> ciIds) {
        return graph.read(work -> {
            var ids = new HashSet<>(ciIds);
            ids.addAll(work.list("claim/find-ids-of-identities", Map.of("keys", List.copyOf(identityKeys)),
                    row -> row.get("id").asString()));
            return work.list("claim/find-ci-states", Map.of("ids", List.copyOf(ids)),
                    row -> new CiState(CiRows.ci(row.get("ci").asMap()), row.get("retired").asBoolean(),
                            Set.copyOf(row.get("identities").asList(Value::asString)),
                            row.get("claims").asList(claim -> ClaimRows.claim(claim.asMap()))));
        });
    }

    @Override
    public void apply(Reconciliation reconciliation, CiTypes types, Instant at) {
        graph.write(work -> {
            new CiWriter(work, types, at).write(reconciliation.changes());
            writeClaims(work, reconciliation, at);
            writeIdentities(work, reconciliation);
            var report = reconciliation.report();
            work.run("claim/save-run", Map.of("id", report.id(), "source", report.source(), "properties", RunRows.properties(report)));
            return report;
        });
    }

    private static void writeClaims(GraphWork work, Reconciliation reconciliation, Instant at) {
        var source = reconciliation.report().source();
        var scope = reconciliation.report().scope();
        if (!reconciliation.goneKeys().isEmpty()) {
            work.run("claim/close-claims",
                    Map.of("source", source, "scope", scope, "keys", List.copyOf(reconciliation.goneKeys()), "at", at.toEpochMilli()));
        }
        rows(reconciliation.claims().stream()
                .<Map<String, Object>>map(
                        claim -> Map.of("key", claim.key(), "ciId", claim.ciId(), "properties", ClaimRows.properties(claim)))
                .toList()).forEach(rows -> work.run("claim/put-claims", Map.of("source", source, "scope", scope, "rows", rows)));
    }

    private static void writeIdentities(GraphWork work, Reconciliation reconciliation) {
        if (!reconciliation.droppedIdentities().isEmpty()) {
            work.run("claim/drop-identities", Map.of("keys", List.copyOf(reconciliation.droppedIdentities())));
        }
        rows(reconciliation.identities().entrySet().stream()
                .<Map<String, Object>>map(entry -> Map.of("key", entry.getKey(), "ciId", entry.getValue())).toList())
                .forEach(rows -> work.run("claim/put-identities", Map.of("rows", rows)));
    }

    private static Collection<List<Map<String, Object>>> rows(List<Map<String, Object>> all) {
        return CiWriter.batches(all);
    }

    @Override
    public List<Seeker> seekers(Set<String> ciTypes, Set<String> relations) {
        return graph.read(work -> work.list("claim/list-seekers",
                Map.of("types", List.copyOf(ciTypes), "relations", List.copyOf(relations)), EstateStore::seeker));
    }

    @Override
    public List<Seeker> seekersAmong(Set<String> ciIds, Set<String> relations) {
        return graph.read(work -> work.list("claim/find-seekers",
                Map.of("ids", List.copyOf(ciIds), "relations", List.copyOf(relations)), EstateStore::seeker));
    }

    private static Seeker seeker(Record row) {
        var ci = CiRows.ci(row.get("ci").asMap());
        return new Seeker(ci.id(), ci.type(), ci.attributes(), row.get("links").asList(EstateStore::link));
    }

    private static Seeker.SeekerLink link(Value link) {
        return new Seeker.SeekerLink(link.get("type").asString(), link.get("toId").asString(), link.get("matched").asBoolean());
    }

    @Override
    public Map<String, Owner> owners(Set<String> identityKeys) {
        var owners = new HashMap<String, Owner>();
        graph.read(work -> work.list("claim/find-owners", Map.of("keys", List.copyOf(identityKeys)),
                row -> owners.put(row.get("key").asString(), new Owner(row.get("ciId").asString(), row.get("ciType").asString()))));
        return owners;
    }

    @Override
    public void link(CiChanges matched, CiTypes types, Instant at) {
        graph.write(work -> {
            new CiWriter(work, types, at).writeMatched(matched);
            return matched;
        });
    }
}
