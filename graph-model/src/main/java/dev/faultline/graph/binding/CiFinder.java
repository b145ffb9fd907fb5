package dev.faultline.graph.binding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.neo4j.GraphWork;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

/// Finds the CIs that lookups describe, for many lookups with few queries, within one transaction.
///
/// A lookup that fits several CIs finds nothing: a wrong binding is worse than none.
public final class CiFinder {

    private final GraphWork work;

    public CiFinder(GraphWork work) {
        this.work = work;
    }

    /// The id of the one CI that fits, for each lookup that has one.
    public Map<CiLookup, String> find(Collection<CiLookup> lookups) {
        var found = new HashMap<CiLookup, String>();
        Map<Way, List<CiLookup>> byWay = lookups.stream().distinct().collect(groupingBy(Way::of));
        byId(byWay.getOrDefault(Way.ID, List.of()), found);
        byName(byWay.getOrDefault(Way.NAME, List.of()), found);
        byWay.getOrDefault(Way.ATTRIBUTE, List.of()).stream().collect(groupingBy(Attribute::of))
                .forEach((attribute, group) -> byAttribute(attribute, group, found));
        return found;
    }

    private void byId(List<CiLookup> lookups, Map<CiLookup, String> found) {
        if (lookups.isEmpty()) {
            return;
        }
        Set<String> ids = Set.copyOf(
                work.list("binding/find-cis-by-id", Map.of("ids", values(lookups)), row -> row.get("ciId").asString()));
        lookups.stream().filter(lookup -> ids.contains(lookup.value())).forEach(lookup -> found.put(lookup, lookup.value()));
    }

    private void byName(List<CiLookup> lookups, Map<CiLookup, String> found) {
        if (lookups.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (CiLookup lookup : lookups) {
            var row = new HashMap<String, Object>(Map.of("index", rows.size(), "value", lookup.value()));
            row.put("label", lookup.label());
            row.put("within", lookup.within());
            rows.add(row);
        }
        work.list("binding/find-cis-by-name", Map.of("lookups", rows), row -> {
            List<Object> ids = row.get("ciIds").asList();
            if (ids.size() == 1) {
                found.put(lookups.get(row.get("index").asInt()), (String) ids.getFirst());
            }
            return true;
        });
    }

    private void byAttribute(Attribute attribute, List<CiLookup> lookups, Map<CiLookup, String> found) {
        var candidates = new HashMap<CiLookup, Set<String>>();
        Map<String, Set<CiLookup>> byValue = lookups.stream().collect(groupingBy(CiLookup::value, mapping(lookup -> lookup, toSet())));
        var parameters = Map.of("label", attribute.label, "attribute", attribute.name, "values", values(lookups));
        work.list("binding/find-cis-by-attribute", parameters, row -> {
            List<Object> within = row.get("within").asList();
            byValue.getOrDefault(row.get("value").asString(), Set.of()).stream()
                    .filter(lookup -> lookup.within() == null || within.contains(lookup.within()))
                    .forEach(
                            lookup -> candidates.computeIfAbsent(lookup, key -> new java.util.HashSet<>()).add(row.get("ciId").asString()));
            return true;
        });
        candidates.forEach((lookup, ids) -> {
            if (ids.size() == 1) {
                found.put(lookup, ids.iterator().next());
            }
        });
    }

    private static List<String> values(List<CiLookup> lookups) {
        return lookups.stream().map(CiLookup::value).distinct().toList();
    }

    /// By what a lookup is answered.
    private enum Way {
        ID, NAME, ATTRIBUTE;

        static Way of(CiLookup lookup) {
            return switch (lookup.property()) {
                case "id" -> ID;
                case "name" -> NAME;
                default -> ATTRIBUTE;
            };
        }
    }

    private record Attribute(String label, String name) {
        static Attribute of(CiLookup lookup) {
            return new Attribute(java.util.Objects.requireNonNull(lookup.label()), lookup.property());
        }
    }
}
