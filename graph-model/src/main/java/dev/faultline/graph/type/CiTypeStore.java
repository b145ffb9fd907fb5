package dev.faultline.graph.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// CI types in the graph, where they can be changed without a build.
public final class CiTypeStore {
    /// How many CIs get other labels in one query.
    private static final int RELABEL_BATCH_SIZE = 5_000;

    private final GraphConnection graph;

    public CiTypeStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// All types as they are stored.
    public CiTypes load() {
        return graph.read(work -> CiTypes.of(stored(work).values().stream().map(Stored::type).toList()));
    }

    /// Writes shipped types that are absent, or that are stored in an earlier version and were not edited; gives the types that
    /// are in force then.
    public CiTypes ship(CiTypes shipped) {
        return graph.write(work -> {
            var stored = stored(work);
            var written = new ArrayList<CiType>();
            for (var type : shipped.all()) {
                var known = stored.get(type.name());
                if (known == null || (!known.edited() && known.type().version() < type.version())) {
                    written.add(type);
                }
            }
            var types = new HashMap<String, CiType>();
            stored.forEach((name, known) -> types.put(name, known.type()));
            var before = CiTypes.of(List.copyOf(types.values()));
            written.forEach(type -> types.put(type.name(), type));
            var inForce = CiTypes.of(types.values());
            put(work, written, false);
            relabel(work, inForce, inForce.all().stream().map(CiType::name)
                    .filter(name -> before.find(name).isEmpty() || !before.labels(name).equals(inForce.labels(name))).toList());
            return inForce;
        });
    }

    /// Adds a type or puts it in the place of the one of its name; fails with [InvalidCiTypes] where it does not fit to the others.
    public CiTypes put(CiType type) {
        return graph.write(work -> {
            var before = CiTypes.of(stored(work).values().stream().map(Stored::type).toList());
            var after = before.with(type);
            put(work, List.of(type), true);
            if (!before.labels(type.name()).equals(after.labels(type.name()))) {
                relabel(work, after, List.copyOf(after.descendants(type.name())));
            }
            return after;
        });
    }

    private static void put(GraphWork work, Collection<CiType> types, boolean edited) {
        work.run("type/put-ci-types", Map.of("rows", types.stream().map(type -> row(type, edited)).toList()));
    }

    private static Map<String, Object> row(CiType type, boolean edited) {
        var row = new HashMap<String, Object>();
        row.put("name", type.name());
        if (type.parent() != null) {
            row.put("parent", type.parent());
        }
        row.put("relations", type.relations().stream()
                .flatMap(relation -> relation.targets().stream().map(target -> Map.of("name", relation.name(), "to", target))).toList());
        row.put("properties", Map.of("name", type.name(), "description", type.description(), "abstract", type.isAbstract(), "shortLived",
                type.shortLived(), "version", type.version(), "edited", edited, "definition", CiTypeText.toJson(type)));
        return row;
    }

    private static void relabel(GraphWork work, CiTypes types, List<String> changed) {
        var rows = work.list("ci/list-ci-ids-of-types", Map.of("types", changed),
                row -> Map.of("id", row.get("id").asString(), "labels", types.labels(row.get("type").asString())));
        for (int from = 0; from < rows.size(); from += RELABEL_BATCH_SIZE) {
            work.run("ci/relabel-cis", Map.of("rows", rows.subList(from, Math.min(from + RELABEL_BATCH_SIZE, rows.size()))));
        }
    }

    private static Map<String, Stored> stored(GraphWork work) {
        return work.list("type/list-ci-types", Map.of(), row -> {
            var name = row.get("name").asString();
            return new Stored(CiTypeText.fromJson("CI type " + name, row.get("definition").asString()).getFirst(),
                    row.get("edited").asBoolean());
        }).stream().collect(Collectors.toMap(stored -> stored.type().name(), stored -> stored));
    }

    private record Stored(CiType type, boolean edited) {}
}
