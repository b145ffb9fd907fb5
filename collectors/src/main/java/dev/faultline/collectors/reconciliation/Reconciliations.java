package dev.faultline.collectors.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.claim.CiState;
import dev.faultline.graph.claim.ClaimHead;
import dev.faultline.graph.claim.Estate;
import dev.faultline.graph.claim.Reconciliation;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.RunReport;
import dev.faultline.graph.type.CiTypes;

/// Brings runs into the graph: reads what is known, computes the changes and writes them, one run after the other.
public final class Reconciliations {
    private final Estate estate;
    private final Supplier<CiTypes> types;
    private final Clock clock;
    private final Supplier<String> newIds;

    /// @param types the CI types as they are now; asked for once a run
    /// @param newIds makes the ids of new CIs
    public Reconciliations(Estate estate, Supplier<CiTypes> types, Clock clock, Supplier<String> newIds) {
        this.estate = estate;
        this.types = types;
        this.clock = clock;
        this.newIds = newIds;
    }

    /// Brings a run into the graph and tells what it changed.
    public RunReport reconcile(Run run) {
        return reconcile(run, RemovalGate.DEFAULT);
    }

    /// Brings a run into the graph, with a gate of its own before removals.
    public synchronized RunReport reconcile(Run run, RemovalGate gate) {
        var known = types.get();
        var heads = heads(run).stream().collect(Collectors.toMap(ClaimHead::key, Function.identity()));
        return bring(run, ScopeDiff.of(run, heads, known, gate), known);
    }

    /// Ends claims of a scope that its source makes no more; what nobody else claims is retired, and stays as history.
    ///
    /// @param run speaks of nothing else, and has no claims
    public synchronized RunReport expire(Run run, Set<String> keys) {
        var heads = estate.heads(run.source(), run.scope(), keys).stream().collect(Collectors.toMap(ClaimHead::key, Function.identity()));
        return bring(run, ScopeDiff.gone(heads), types.get());
    }

    private RunReport bring(Run run, ScopeDiff diff, CiTypes known) {
        var heads = diff.heads();
        var keys = new HashSet<String>();
        var ids = new HashSet<String>();
        diff.changed().forEach(claim -> {
            keys.addAll(claim.identityKeys().values());
            var head = heads.get(claim.key());
            if (head != null) {
                ids.add(head.ciId());
            }
        });
        diff.goneKeys().forEach(key -> ids.add(Objects.requireNonNull(heads.get(key)).ciId()));
        var states = keys.isEmpty() && ids.isEmpty() ? List.<CiState>of() : estate.states(keys, ids);
        var at = clock.instant();
        var reconciliation = new Reconciler(known, newIds).reconcile(run, diff, states, at);
        estate.apply(reconciliation, known, at);
        match(known, reconciliation, states, at);
        return reconciliation.report();
    }

    /// What is known of the run's scope: of a run that cannot remove anything, no more than what it names.
    private List<ClaimHead> heads(Run run) {
        if (run.outcome() == RunOutcome.COMPLETE) {
            return estate.heads(run.source(), run.scope());
        }
        var named = new HashSet<String>();
        run.claims().forEach(claim -> {
            named.add(claim.key());
            claim.relations().forEach(relation -> named.add(relation.toKey()));
        });
        return named.isEmpty() ? List.of() : estate.heads(run.source(), run.scope(), named);
    }

    /// Looks at all CIs that may be linked where one changed that others may be linked to, and else at those alone that changed.
    private void match(CiTypes known, Reconciliation reconciliation, List<CiState> states, Instant at) {
        var matching = new Matching(known);
        var changes = reconciliation.changes();
        if (changes.isEmpty()) {
            return;
        }
        var ids = new HashSet<>(changes.retiredIds());
        changes.puts().forEach(ci -> ids.add(ci.id()));
        var sought = Stream.concat(changes.puts().stream(), states.stream().map(CiState::ci).filter(ci -> ids.contains(ci.id())))
                .map(Ci::type).distinct().anyMatch(matching::isSought);
        changes.added().forEach(relation -> ids.add(relation.fromId()));
        changes.removed().forEach(relation -> ids.add(relation.fromId()));
        var seekers = sought
                ? estate.seekers(matching.seekingTypes(), matching.relations())
                : estate.seekersAmong(ids, matching.relations());
        var matched = matching.changes(seekers, estate.owners(matching.wantedKeys(seekers)));
        if (!matched.isEmpty()) {
            estate.link(matched, known, at);
        }
    }
}
