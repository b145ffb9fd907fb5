package dev.faultline.collectors.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.ci.RelationKey;
import dev.faultline.graph.claim.CiState;
import dev.faultline.graph.claim.ClaimedLink;
import dev.faultline.graph.claim.Reconciliation;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunCounts;
import dev.faultline.graph.claim.RunReport;
import dev.faultline.graph.claim.StoredClaim;
import dev.faultline.graph.type.CiTypes;

/// Finds what becomes of CIs, relations and identity keys when the claims about them change.
final class EstateDiff {
    private final CiTypes types;
    private final Instant at;
    private final Identities identities;
    private final Map<String, CiState> states;

    private final List<Ci> puts = new ArrayList<>();
    private final Set<String> retiredIds = new HashSet<>();
    private final List<RelationKey> added = new ArrayList<>();
    private final List<RelationKey> removed = new ArrayList<>();
    private final Map<String, String> identityKeys = new HashMap<>();
    private final Set<String> droppedIdentities = new HashSet<>();
    private int created;
    private int returned;

    EstateDiff(CiTypes types, Collection<CiState> states, Instant at) {
        this.types = types;
        this.at = at;
        identities = new Identities(types);
        this.states = states.stream().collect(Collectors.toMap(state -> state.ci().id(), state -> state));
    }

    Reconciliation between(Run run, ScopeDiff diff, ClaimBinding binding) {
        var claimsAfter = claimsAfter(run, diff, binding);
        claimsAfter.forEach(this::settle);
        var rewritten = binding.claims().stream().filter(claim -> !sameButRun(claim, binding.before().get(claim.key()))).toList();
        return new Reconciliation(new CiChanges(puts, retiredIds, added, removed), rewritten, diff.goneKeys(), identityKeys,
                droppedIdentities, report(run, diff, binding));
    }

    /// The claims about each CI that the run touches, as they are after it.
    private Map<String, List<StoredClaim>> claimsAfter(Run run, ScopeDiff diff, ClaimBinding binding) {
        var replaced = new HashSet<>(diff.goneKeys());
        binding.claims().forEach(claim -> replaced.add(claim.key()));
        var touched = new TreeSet<String>();
        binding.claims().forEach(claim -> touched.add(claim.ciId()));
        replaced.stream().map(binding.before()::get).filter(Objects::nonNull).forEach(claim -> touched.add(claim.ciId()));
        var after = new TreeMap<String, List<StoredClaim>>();
        for (var id : touched) {
            var kept = claims(id).filter(claim -> !(claim.source().equals(run.source()) && claim.scope().equals(run.scope())
                    && replaced.contains(claim.key())));
            after.put(id, kept.collect(Collectors.toCollection(ArrayList::new)));
        }
        binding.claims().forEach(claim -> Objects.requireNonNull(after.get(claim.ciId())).add(claim));
        return after;
    }

    private Stream<StoredClaim> claims(String ciId) {
        var state = states.get(ciId);
        return state == null ? Stream.of() : state.claims().stream();
    }

    private void settle(String id, List<StoredClaim> claims) {
        var state = states.get(id);
        if (claims.isEmpty()) {
            if (state != null && !state.retired()) {
                retiredIds.add(id);
            }
            return;
        }
        var merged = new ValueMerge(types).merge(id, claims, at);
        if (state == null) {
            created++;
            puts.add(merged);
        } else if (state.retired()) {
            returned++;
            puts.add(merged);
        } else if (!same(merged, state.ci())) {
            puts.add(merged);
        }
        settleIdentities(id, merged, state == null ? Set.of() : state.identities());
        settleLinks(id, claims);
    }

    private void settleIdentities(String id, Ci merged, Set<String> owned) {
        var wanted = Set.copyOf(identities.keys(merged.type(), merged.name(), merged.attributes()).values());
        wanted.stream().filter(key -> !owned.contains(key)).forEach(key -> identityKeys.putIfAbsent(key, id));
        owned.stream().filter(key -> !wanted.contains(key)).forEach(droppedIdentities::add);
    }

    private void settleLinks(String id, List<StoredClaim> claims) {
        var before = claims(id).flatMap(claim -> claim.links().stream()).collect(Collectors.toSet());
        var after = claims.stream().flatMap(claim -> claim.links().stream()).collect(Collectors.toSet());
        after.stream().filter(link -> !before.contains(link)).forEach(link -> added.add(key(id, link)));
        before.stream().filter(link -> !after.contains(link)).forEach(link -> removed.add(key(id, link)));
    }

    private static RelationKey key(String fromId, ClaimedLink link) {
        return new RelationKey(link.type(), fromId, link.toId());
    }

    private static boolean same(Ci a, Ci b) {
        return a.type().equals(b.type()) && a.name().equals(b.name()) && a.attributes().equals(b.attributes());
    }

    private static boolean sameButRun(StoredClaim claim, @Nullable StoredClaim before) {
        return before != null && claim.equals(new StoredClaim(before.source(), before.scope(), before.key(), before.ciId(), before.ciType(),
                before.name(), before.values(), before.links(), before.contentHash(), before.problems(), claim.runId()));
    }

    private RunReport report(Run run, ScopeDiff diff, ClaimBinding binding) {
        var problems = Stream.concat(diff.problems().stream(), binding.problems().stream()).toList();
        var counts = new RunCounts(run.claims().size(), diff.unchanged(), created, puts.size() - created - returned, returned,
                retiredIds.size(), added.size(), removed.size(), diff.held(), problems.size());
        return new RunReport(run.id(), run.source(), run.scope(), run.startedAt(), run.endedAt(), run.outcome(), run.problem(),
                diff.verdict(), counts, problems);
    }
}
