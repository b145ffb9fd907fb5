package dev.faultline.graph.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// Reads what surrounds an incident, each part within its limit.
public final class ReviewStore {
    public static final int CHANGES_MAX = 200;
    private static final int ABOVE_MAX = 20;
    private static final int ACTS_MAX = 100;
    private static final int SIGNS_MAX = 200;
    private static final int CAUSES_MAX = 3;

    private final GraphConnection graph;

    public ReviewStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// What changed of CIs in [from, to), earliest first, the first [#CHANGES_MAX].
    public List<GraphChange> changes(Collection<String> ciIds, Instant from, Instant to) {
        Map<String, Object> parameters = Map.of("ciIds", List.copyOf(ciIds), "fromMillis", from.toEpochMilli(), "toMillis",
                to.toEpochMilli(), "limit", CHANGES_MAX);
        return graph.read(work -> work.list("review/list-changes-of-cis", parameters,
                row -> new GraphChange(instant(row, "atMillis"), row.get("ciId").asString(),
                        GraphChange.Kind.valueOf(row.get("what").asString()), text(row, "type"), text(row, "otherId"))));
    }

    /// What CIs belong to, themselves first, then nearest first.
    public List<Belonging> above(Collection<String> ciIds) {
        return graph.read(work -> work.list("review/list-cis-above", Map.of("ciIds", List.copyOf(ciIds), "limit", ABOVE_MAX),
                row -> new Belonging(row.get("ciId").asString(), row.get("aboveId").asString(), row.get("type").asString(),
                        row.get("name").asString(""), text(row, "owner"), row.get("steps").asInt())));
    }

    /// The signs of incidents by id.
    public List<IncidentSigns> signs(Collection<String> incidentIds) {
        return graph.read(work -> work.list("review/list-signs-of-incidents",
                Map.of("ids", List.copyOf(incidentIds), "alertsMax", SIGNS_MAX, "causesMax", CAUSES_MAX), ReviewStore::signs));
    }

    private static IncidentSigns signs(Record row) {
        return new IncidentSigns(row.get("id").asString(), row.get("title").asString(), instant(row, "startedAtMillis"),
                row.get("resolvedAtMillis").isNull() ? null : instant(row, "resolvedAtMillis"),
                new HashSet<>(row.get("places").asList(Value::asString)), new HashSet<>(row.get("names").asList(Value::asString)),
                row.get("causes").asList(Value::asString), text(row, "confirmed"));
    }

    /// Ids of the incidents that began before an instant, latest start first.
    public List<String> earlier(Instant before, int limit) {
        return graph.read(work -> work.list("review/find-earlier-incidents",
                Map.of("beforeMillis", before.toEpochMilli(), "limit", limit), row -> row.get("id").asString()));
    }

    /// How much was called in all in some minutes since the epoch.
    public Calls calls(Collection<Long> minutes) {
        return graph.read(work -> work.one("review/measure-calls", Map.of("minutes", List.copyOf(minutes)), ReviewStore::calls))
                .orElse(Calls.NONE);
    }

    /// How much was called over each of some edges in some minutes since the epoch; edges without calls are not in it.
    public Map<String, Calls> calls(Collection<String> edgeIds, Collection<Long> minutes) {
        Map<String, Calls> found = new HashMap<>();
        graph.read(work -> work.list("review/measure-calls-of-edges",
                Map.of("edgeIds", List.copyOf(edgeIds), "minutes", List.copyOf(minutes)),
                row -> found.put(row.get("edgeId").asString(), calls(row))));
        return found;
    }

    private static Calls calls(Record row) {
        return new Calls(row.get("calls").asDouble(), row.get("errors").asDouble());
    }

    /// Keeps what a person did.
    public void save(String incidentId, Act act) {
        graph.write(work -> {
            save(work, incidentId, act);
            return true;
        });
    }

    /// Keeps what a person did, together with what else a transaction stores.
    public static void save(GraphWork work, String incidentId, Act act) {
        String id = UUID.nameUUIDFromBytes((incidentId + act).getBytes(StandardCharsets.UTF_8)).toString();
        Map<String, @Nullable Object> parameters = new HashMap<>(Map.of("incidentId", incidentId, "id", id, "kind", act.kind().name(),
                "by", act.by(), "reason", act.reason(), "atMillis", act.at().toEpochMilli()));
        parameters.put("otherId", act.otherId());
        work.run("review/save-act", parameters);
    }

    /// What people did to an incident, earliest first.
    public List<Act> acts(String incidentId) {
        return graph.read(work -> work.list("review/list-acts", Map.of("incidentId", incidentId, "limit", ACTS_MAX),
                row -> new Act(Act.Kind.valueOf(row.get("kind").asString()), row.get("by").asString(), row.get("reason").asString(),
                        instant(row, "atMillis"), text(row, "otherId"))));
    }

    /// Which incidents an incident took in, or which took it in, earliest first.
    public List<Merge> merges(String incidentId) {
        return graph.read(work -> work.list("review/list-merges", Map.of("incidentId", incidentId),
                row -> new Merge(instant(row, "atMillis"), row.get("otherId").asString(), row.get("title").asString(),
                        row.get("tookIn").asBoolean())));
    }

    private static Instant instant(Record row, String name) {
        return Instant.ofEpochMilli(row.get(name).asLong());
    }

    private static @Nullable String text(Record row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asString();
    }
}
