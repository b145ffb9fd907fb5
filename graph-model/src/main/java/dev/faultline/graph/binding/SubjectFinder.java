package dev.faultline.graph.binding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.faultline.graph.neo4j.GraphWork;
import dev.faultline.graph.symptom.Subject;

/// Finds what observations are about: for each list of lookups the first that the graph can answer.
public final class SubjectFinder {

    /// How many call edges of one pair an observation is linked to.
    private static final int EDGES_MAX = 100;

    private final GraphWork work;
    private final CiFinder finder;

    public SubjectFinder(GraphWork work) {
        this.work = work;
        finder = new CiFinder(work);
    }

    /// What was found, by the lists of lookups that found something.
    public Map<List<SubjectLookup>, Bound> find(Collection<List<SubjectLookup>> wanted) {
        Set<List<SubjectLookup>> distinct = new HashSet<>(wanted);
        Map<CiLookup, String> cis = cis(distinct);
        Map<Subject.OfCalls, List<String>> edges = edges(distinct, cis);
        var found = new HashMap<List<SubjectLookup>, Bound>();
        for (List<SubjectLookup> lookups : distinct) {
            lookups.stream().flatMap(lookup -> bound(lookup, cis, edges).stream()).findFirst()
                    .ifPresent(bound -> found.put(lookups, bound));
        }
        return found;
    }

    /// Ids and names are asked for first, as an index answers them; attributes only where they would come before what was found.
    private Map<CiLookup, String> cis(Set<List<SubjectLookup>> wanted) {
        var found = new HashMap<>(finder.find(wanted.stream().flatMap(List::stream).flatMap(SubjectFinder::parts)
                .filter(lookup -> !lookup.byAttribute()).toList()));
        found.putAll(finder.find(wanted.stream()
                .flatMap(lookups -> lookups.stream().takeWhile(lookup -> !parts(lookup).allMatch(found::containsKey)))
                .flatMap(SubjectFinder::parts).filter(CiLookup::byAttribute).toList()));
        return found;
    }

    private Map<Subject.OfCalls, List<String>> edges(Set<List<SubjectLookup>> wanted, Map<CiLookup, String> cis) {
        List<Map<String, String>> pairs = wanted.stream().flatMap(List::stream).flatMap(lookup -> calls(lookup, cis).stream()).distinct()
                .map(calls -> Map.of("callerId", calls.callerId(), "calleeId", calls.calleeId())).toList();
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var edges = new HashMap<Subject.OfCalls, List<String>>();
        work.list("binding/find-call-edges", Map.of("pairs", pairs, "limit", EDGES_MAX), row -> edges.put(
                new Subject.OfCalls(row.get("callerId").asString(), row.get("calleeId").asString()),
                row.get("edgeIds").asList(value -> value.asString())));
        return edges;
    }

    private static Optional<Bound> bound(SubjectLookup lookup, Map<CiLookup, String> cis, Map<Subject.OfCalls, List<String>> edges) {
        return switch (lookup) {
            case SubjectLookup.OfCi ci -> Optional.ofNullable(cis.get(ci.ci())).map(id -> new Bound(new Subject.OfCi(id), List.of()));
            case SubjectLookup.OfCalls calls -> calls(calls, cis).filter(subject -> !edges.getOrDefault(subject, List.of()).isEmpty())
                    .map(subject -> new Bound(subject, edges.getOrDefault(subject, List.of())));
        };
    }

    private static Optional<Subject.OfCalls> calls(SubjectLookup lookup, Map<CiLookup, String> cis) {
        if (!(lookup instanceof SubjectLookup.OfCalls calls)) {
            return Optional.empty();
        }
        String caller = cis.get(calls.caller());
        String callee = cis.get(calls.callee());
        return caller == null || callee == null ? Optional.empty() : Optional.of(new Subject.OfCalls(caller, callee));
    }

    private static Stream<CiLookup> parts(SubjectLookup lookup) {
        return switch (lookup) {
            case SubjectLookup.OfCi ci -> Stream.of(ci.ci());
            case SubjectLookup.OfCalls calls -> Stream.of(calls.caller(), calls.callee());
        };
    }
}
