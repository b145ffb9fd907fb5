package dev.faultline.collectors.prometheus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.binding.BindingRule;
import dev.faultline.collectors.otlp.CallParties;
import dev.faultline.collectors.otlp.PartyClaims;
import dev.faultline.collectors.otlp.pair.Party;
import dev.faultline.collectors.prometheus.rule.CallRule;
import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.symptom.Subject;

/// Makes call edges of calls that nothing but the metric store tells of, so that they have a place in the graph.
///
/// Such an edge has no windows, as what flows over it is asked for when it is needed, and one endpoint that stands for all. Ends that
/// the graph does not know are claimed as services, as spans would claim them.
final class ToldCalls {
    /// What an edge is of whose endpoints nobody tells.
    static final String ENDPOINT = "(all endpoints)";
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int EDGES_AT_ONCE = 1_000;

    private final CallParties parties;
    private final EdgeKeeper keeper;
    private final SubjectSource subjects;

    ToldCalls(CallParties parties, EdgeKeeper keeper, SubjectSource subjects) {
        this.parties = parties;
        this.keeper = keeper;
        this.subjects = subjects;
    }

    /// Makes edges of what has none, keeps those alive that it made, and tells whether any was new.
    boolean tell(Collection<TargetBook.Seen> targets, Instant now) {
        List<TargetBook.Seen> missing = targets.stream().filter(seen -> seen.bound() == null).filter(ToldCalls::namesCalls).toList();
        List<CallEdge> edges = new ArrayList<>(missing.isEmpty() ? List.of() : edges(missing));
        boolean isNew = !edges.isEmpty();
        targets.stream().filter(ToldCalls::namesCalls).flatMap(ToldCalls::ownEdge).forEach(edges::add);
        if (!edges.isEmpty()) {
            for (int first = 0; first < edges.size(); first += EDGES_AT_ONCE) {
                keeper.see(edges.subList(first, Math.min(edges.size(), first + EDGES_AT_ONCE)), now.getEpochSecond() / SECONDS_PER_MINUTE);
            }
        }
        return isNew;
    }

    private static boolean namesCalls(TargetBook.Seen seen) {
        CallRule rule = seen.source().calls();
        return rule != null && rule.names(seen.labels());
    }

    /// The edge that was made here, where no other tells of the same calls.
    private static Stream<CallEdge> ownEdge(TargetBook.Seen seen) {
        Bound bound = seen.bound();
        if (bound == null || !(bound.subject() instanceof Subject.OfCalls calls)) {
            return Stream.empty();
        }
        CallEdge edge = edge(calls.callerId(), calls.calleeId(), rule(seen).kind(seen.labels()));
        return bound.edgeIds().equals(List.of(edge.id())) ? Stream.of(edge) : Stream.empty();
    }

    private static CallRule rule(TargetBook.Seen seen) {
        return Objects.requireNonNull(seen.source().calls());
    }

    private List<CallEdge> edges(List<TargetBook.Seen> missing) {
        Map<List<SubjectLookup>, Bound> known = subjects
                .find(missing.stream().flatMap(seen -> Stream.of(caller(seen), callee(seen))).filter(end -> !end.isEmpty()).toList());
        Map<Party, String> claimed = claim(missing.stream().flatMap(seen -> Stream.of(
                known.containsKey(caller(seen)) ? null : rule(seen).caller(seen.labels()),
                known.containsKey(callee(seen)) ? null : rule(seen).callee(seen.labels()))).filter(Objects::nonNull).distinct().toList());
        Map<String, CallEdge> edges = new LinkedHashMap<>();
        for (TargetBook.Seen seen : missing) {
            String from = id(known.get(caller(seen)), claimed.get(rule(seen).caller(seen.labels())));
            String to = id(known.get(callee(seen)), claimed.get(rule(seen).callee(seen.labels())));
            if (from != null && to != null) {
                CallEdge edge = edge(from, to, rule(seen).kind(seen.labels()));
                edges.put(edge.id(), edge);
            }
        }
        return List.copyOf(edges.values());
    }

    private static @Nullable String id(@Nullable Bound known, @Nullable String claimed) {
        return known == null ? claimed : known.ciIds().getFirst();
    }

    private Map<Party, String> claim(List<Party> unknown) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        unknown.stream().map(PartyClaims::of).forEach(claim -> claims.put(claim.key(), claim));
        Map<String, String> ids = claims.isEmpty() ? Map.of() : parties.ciIds(claims.values());
        Map<Party, String> byParty = new HashMap<>();
        unknown.forEach(party -> {
            String id = ids.get(PartyClaims.of(party).key());
            if (id != null) {
                byParty.put(party, id);
            }
        });
        return byParty;
    }

    private static List<SubjectLookup> caller(TargetBook.Seen seen) {
        return ends(seen, BindingRule::caller);
    }

    private static List<SubjectLookup> callee(TargetBook.Seen seen) {
        return ends(seen, BindingRule::callee);
    }

    private static List<SubjectLookup> ends(TargetBook.Seen seen, Function<BindingRule, BindingRule.@Nullable CiRule> end) {
        return seen.source().bindings().stream().map(end).filter(Objects::nonNull).flatMap(rule -> rule.apply(seen.labels()).stream())
                .<SubjectLookup>map(SubjectLookup.OfCi::new).distinct().toList();
    }

    private static CallEdge edge(String callerId, String calleeId, CallKind kind) {
        String identity = String.join("\n", callerId, calleeId, "", kind.name(), ENDPOINT);
        return new CallEdge(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString(), callerId, calleeId, null,
                ENDPOINT,
                kind);
    }
}
