package dev.faultline.api.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

import dev.faultline.api.review.Impact.AffectedFunction;
import dev.faultline.api.review.Impact.AffectedService;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.review.Belonging;
import dev.faultline.graph.review.Calls;
import dev.faultline.graph.review.ReviewStore;

/// Reads whom an incident touches: what suffers, what calls that, what both belong to, and how much is called there.
final class ImpactReader {
    private static final String SERVICE = "Service";
    private static final int HOPS_MAX = 4;
    private static final int SERVICES_MAX = 300;
    private static final int EDGES_MAX = 2_000;
    /// So many minutes of an incident stand for all of it.
    private static final int MINUTES_MAX = 5;

    private final ReviewStore reviews;
    private final CallEdgeStore calls;
    private final CiStore cis;
    private final List<String> limits = new ArrayList<>();

    ImpactReader(GraphConnection graph) {
        this.reviews = new ReviewStore(graph);
        this.calls = new CallEdgeStore(graph);
        this.cis = new CiStore(graph);
    }

    /// @param suffering ids of the CIs that show symptoms
    /// @param from when the incident began
    /// @param to when it was over, or now
    Impact read(Collection<String> suffering, Instant from, Instant to) {
        Set<String> services = services(suffering);
        Map<String, Integer> steps = callers(services);
        List<Long> minutes = minutes(from, to);
        List<CallEdge> edges = calls.byCallees(services);
        if (edges.size() > EDGES_MAX) {
            limits.add("edges");
            edges = edges.subList(0, EDGES_MAX);
        }
        Map<String, Calls> byService = byService(edges, minutes);
        Calls touched = byService.values().stream().reduce(Calls.NONE, Calls::plus);
        double all = minutes.isEmpty() ? 0 : reviews.calls(minutes).calls();
        Map<String, String> names = cis.names(steps.keySet());
        List<AffectedService> affected = steps.entrySet().stream()
                .map(entry -> service(entry.getKey(), entry.getValue(), names, byService, minutes.size()))
                .sorted(Comparator.comparingInt(AffectedService::steps).thenComparing(AffectedService::name)
                        .thenComparing(AffectedService::ciId))
                .toList();
        return new Impact(affected, functions(steps), all > 0 ? touched.calls() / all : null,
                touched.calls() > 0 ? touched.errors() / touched.calls() : null, minutes.size(), limits);
    }

    /// The service of each CI that suffers, or the CI where it is part of none.
    private Set<String> services(Collection<String> suffering) {
        Map<String, String> serviceOf = new LinkedHashMap<>();
        suffering.forEach(ciId -> serviceOf.put(ciId, ciId));
        List<Belonging> above = reviews.above(suffering);
        above.reversed().stream().filter(one -> one.type().equals(SERVICE)).forEach(one -> serviceOf.put(one.ciId(), one.aboveId()));
        return new TreeSet<>(serviceOf.values());
    }

    /// Who calls what suffers, directly or not, by the number of calls between them.
    private Map<String, Integer> callers(Set<String> services) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        services.stream().limit(SERVICES_MAX).forEach(service -> steps.put(service, 0));
        Set<String> newest = new LinkedHashSet<>(steps.keySet());
        for (int hop = 1; hop <= HOPS_MAX && !newest.isEmpty(); hop++) {
            Set<String> next = new TreeSet<>();
            calls.byCallees(newest).stream().map(CallEdge::callerId).filter(caller -> !steps.containsKey(caller)).forEach(next::add);
            if (steps.size() + next.size() > SERVICES_MAX) {
                limits.add("services");
                break;
            }
            for (String caller : next) {
                steps.put(caller, hop);
            }
            newest = next;
        }
        return steps;
    }

    /// Whole minutes of the incident, evenly apart; the last one may still be coming in and is left out where there are others.
    private static List<Long> minutes(Instant from, Instant to) {
        long first = Math.floorDiv(from.getEpochSecond(), 60L);
        long last = Math.max(first, Math.floorDiv(to.getEpochSecond(), 60L) - 1);
        long count = Math.min(MINUTES_MAX, last - first + 1);
        return LongStream.range(0, count).map(i -> first + (count == 1 ? 0 : i * (last - first) / (count - 1))).distinct().boxed().toList();
    }

    private Map<String, Calls> byService(List<CallEdge> edges, List<Long> minutes) {
        Map<String, Calls> byEdge = minutes.isEmpty() ? Map.of() : reviews.calls(edges.stream().map(CallEdge::id).toList(), minutes);
        Map<String, Calls> byService = new HashMap<>();
        edges.forEach(edge -> byService.merge(edge.calleeId(), byEdge.getOrDefault(edge.id(), Calls.NONE), Calls::plus));
        return byService;
    }

    private static AffectedService service(String ciId, int steps, Map<String, String> names, Map<String, Calls> byService, int minutes) {
        Calls called = byService.getOrDefault(ciId, Calls.NONE);
        int divisor = Math.max(1, minutes);
        return new AffectedService(ciId, names.getOrDefault(ciId, ciId), steps, called.calls() / divisor, called.errors() / divisor);
    }

    /// What the services belong to that is no service.
    private List<AffectedFunction> functions(Map<String, Integer> steps) {
        Map<String, AffectedFunction> functions = new LinkedHashMap<>();
        for (Belonging above : reviews.above(steps.keySet())) {
            if (above.steps() > 0 && !above.type().equals(SERVICE)) {
                boolean suffers = steps.getOrDefault(above.ciId(), HOPS_MAX) == 0;
                functions.merge(above.aboveId(),
                        new AffectedFunction(above.aboveId(), above.type(), above.name(), above.owner(), suffers),
                        (one, other) -> one.suffers() ? one : other);
            }
        }
        return functions.values().stream().sorted(Comparator.comparing(AffectedFunction::suffers).reversed()
                .thenComparing(AffectedFunction::name).thenComparing(AffectedFunction::ciId)).toList();
    }
}
