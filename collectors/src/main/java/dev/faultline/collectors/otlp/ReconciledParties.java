package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.Estate;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;

/// The parties of calls by way of reconciliation, where what spans claim meets what other sources claim.
///
/// Claims that were seen before cost nothing; which CI each leads to is read again now and then, as CIs are merged and split. A run of
/// spans speaks only of what flowed lately, so it is never complete and removes nothing.
public final class ReconciledParties implements CallParties {
    private static final String SOURCE = "otlp";
    private static final String SCOPE = "traces";
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(5);

    private final Reconciliations reconciliations;
    private final Estate estate;
    private final Clock clock;
    private final Supplier<String> newIds;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Claim> claimed = new HashMap<>();
    private Instant readAt = Instant.EPOCH;

    public ReconciledParties(Reconciliations reconciliations, Estate estate, Clock clock, Supplier<String> newIds) {
        this.reconciliations = reconciliations;
        this.estate = estate;
        this.clock = clock;
        this.newIds = newIds;
    }

    @Override
    public Map<String, String> ciIds(Collection<Claim> claims) {
        Instant now = clock.instant();
        List<Claim> changed = claims.stream().filter(claim -> !claim.equals(claimed.get(claim.key()))).toList();
        if (!changed.isEmpty()) {
            changed.forEach(claim -> claimed.put(claim.key(), claim));
            try {
                reconcile(now);
            } catch (RuntimeException e) {
                changed.forEach(claim -> claimed.remove(claim.key()));
                throw e;
            }
        }
        if (!changed.isEmpty() || readAt.plus(READ_AGAIN_AFTER).isBefore(now)) {
            known.clear();
            estate.heads(SOURCE, SCOPE).forEach(head -> known.put(head.key(), head.ciId()));
            readAt = now;
        }
        return known;
    }

    /// Claims all again, so that links between old and new claims lead somewhere; what is unchanged is not written.
    private void reconcile(Instant at) {
        reconciliations.reconcile(new Run(newIds.get(), SOURCE, SCOPE, at, clock.instant(), RunOutcome.PARTIAL,
                "spans tell only of what was called lately", List.copyOf(claimed.values())));
    }
}
