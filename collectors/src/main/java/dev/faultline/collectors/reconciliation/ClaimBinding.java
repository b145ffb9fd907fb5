package dev.faultline.collectors.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.claim.CiState;
import dev.faultline.graph.claim.ClaimedLink;
import dev.faultline.graph.claim.ClaimedValue;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.StoredClaim;

/// The changed claims of a run, each bound to the CI that it is about and to those that its relations lead to.
///
/// @param claims as they are to be kept
/// @param before what was kept under the same keys
record ClaimBinding(List<StoredClaim> claims, Map<String, StoredClaim> before, List<String> problems) {
    /// Claims that say the most come first, so that the order in a run makes no difference.
    private static final Comparator<ClaimCheck.CheckedClaim> BY_STRENGTH = Comparator
            .comparingInt((ClaimCheck.CheckedClaim claim) -> -claim.identityKeys().size()).thenComparing(ClaimCheck.CheckedClaim::key);

    static ClaimBinding of(Run run, ScopeDiff diff, Collection<CiState> states, Reconciler reconciler, Instant at) {
        var before = states.stream().flatMap(state -> state.claims().stream())
                .filter(claim -> claim.source().equals(run.source()) && claim.scope().equals(run.scope()))
                .collect(Collectors.toMap(StoredClaim::key, claim -> claim, (a, b) -> a));
        var problems = new HashMap<String, List<String>>();
        var bound = identify(diff, states, reconciler, problems);
        var targets = targets(diff, bound);
        var links = new Links(reconciler.types(), targets);
        var claims = diff.changed().stream().map(checked -> {
            var sentences = Objects.requireNonNull(problems.get(checked.key()));
            return keep(run, checked, Objects.requireNonNull(bound.get(checked.key())), links.resolve(checked, sentences),
                    before.get(checked.key()), sentences, at);
        }).toList();
        return new ClaimBinding(claims, before, claims.stream().flatMap(claim -> claim.problems().stream()).toList());
    }

    private static Map<String, String> identify(ScopeDiff diff, Collection<CiState> states, Reconciler reconciler,
            Map<String, List<String>> problems) {
        var identification = new Identification(reconciler.types(), reconciler.newIds(), states);
        var bound = new HashMap<String, String>();
        diff.changed().stream().sorted(BY_STRENGTH).forEach(checked -> {
            var head = diff.heads().get(checked.key());
            var sentences = problems.computeIfAbsent(checked.key(), key -> new ArrayList<>(checked.problems()));
            bound.put(checked.key(), identification.identify(checked, head == null ? null : head.ciId(), sentences));
        });
        return bound;
    }

    private static Map<String, Links.Target> targets(ScopeDiff diff, Map<String, String> bound) {
        var targets = new HashMap<String, Links.Target>();
        diff.heads().forEach((key, head) -> {
            if (!diff.goneKeys().contains(key)) {
                targets.put(key, new Links.Target(head.ciId(), head.ciType()));
            }
        });
        bound.forEach((key, ciId) -> targets.put(key, new Links.Target(ciId, Objects.requireNonNull(diff.ciTypes().get(key)))));
        return targets;
    }

    /// The claim as it is kept; what a run that is not complete leaves unsaid still counts.
    private static StoredClaim keep(Run run, ClaimCheck.CheckedClaim checked, String ciId, Set<ClaimedLink> links,
            @Nullable StoredClaim before, List<String> problems, Instant at) {
        var values = new HashMap<String, ClaimedValue>();
        var allLinks = new HashSet<>(links);
        if (before != null && run.outcome() != RunOutcome.COMPLETE && before.ciId().equals(ciId)) {
            values.putAll(before.values());
            allLinks.addAll(before.links());
        }
        checked.attributes().forEach((name, value) -> {
            var known = before == null ? null : before.values().get(name);
            values.put(name, known != null && known.value().equals(value) ? known : new ClaimedValue(value, at));
        });
        return new StoredClaim(run.source(), run.scope(), checked.key(), ciId, checked.claim().ciType(), checked.claim().name(), values,
                allLinks, checked.contentHash(), problems, run.id());
    }
}
