package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.Estate;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;

/// The parties of calls by way of reconciliation, where what spans claim meets what other sources claim.
///
/// Claims that were made lately cost nothing, and what is new or says something else costs only itself, however many are known; which
/// CI each leads to is read again now and then, as CIs are merged and split. A run of calls speaks only of what flowed lately, so it is
/// never complete and removes nothing.
public final class ReconciledParties implements CallParties {
    /// How many claims are remembered; those beyond, the longest unused first, are claimed and looked up again when they come back.
    public static final int CLAIMS_REMEMBERED_MAX = 100_000;

    static final String SOURCE = "otlp";
    static final String SCOPE = "traces";

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(5);

    private final Reconciliations reconciliations;
    private final Estate estate;
    private final Clock clock;
    private final Supplier<String> newIds;
    private final String source;
    private final String scope;
    private final Map<String, Known> known;

    /// @param ciId null where reconciliation takes the claim for no CI
    private record Known(Claim claim, @Nullable String ciId, Instant readAt) {}

    public ReconciledParties(Reconciliations reconciliations, Estate estate, Clock clock, Supplier<String> newIds) {
        this(reconciliations, estate, clock, newIds, CLAIMS_REMEMBERED_MAX);
    }

    /// @param claimsRememberedMax in place of [#CLAIMS_REMEMBERED_MAX]
    public ReconciledParties(Reconciliations reconciliations, Estate estate, Clock clock, Supplier<String> newIds,
            int claimsRememberedMax) {
        this(reconciliations, estate, clock, newIds, claimsRememberedMax, SOURCE, SCOPE);
    }

    private ReconciledParties(Reconciliations reconciliations, Estate estate, Clock clock, Supplier<String> newIds,
            int claimsRememberedMax, String source, String scope) {
        this.source = source;
        this.scope = scope;
        this.reconciliations = reconciliations;
        this.estate = estate;
        this.clock = clock;
        this.newIds = newIds;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                return size() > claimsRememberedMax;
            }
        };
    }

    /// The parties of calls that something else than spans tells of.
    ///
    /// @param source names it in claims
    public static ReconciledParties toldBy(String source, String scope, Reconciliations reconciliations, Estate estate, Clock clock,
            Supplier<String> newIds) {
        return new ReconciledParties(reconciliations, estate, clock, newIds, CLAIMS_REMEMBERED_MAX, source, scope);
    }

    @Override
    public Map<String, String> ciIds(Collection<Claim> claims) {
        Instant now = clock.instant();
        Map<String, String> ciIds = new HashMap<>();
        List<Claim> changed = new ArrayList<>();
        List<Claim> toRead = new ArrayList<>();
        for (Claim claim : claims) {
            Known before = known.get(claim.key());
            if (before == null || !before.claim.equals(claim)) {
                changed.add(claim);
            } else if (before.readAt.plus(READ_AGAIN_AFTER).isBefore(now)) {
                toRead.add(claim);
            } else if (before.ciId != null) {
                ciIds.put(claim.key(), before.ciId);
            }
        }
        read(toRead, now, ciIds);
        toRead.stream().filter(claim -> !ciIds.containsKey(claim.key())).forEach(changed::add);
        if (!changed.isEmpty()) {
            reconcile(changed, now);
            read(changed, now, ciIds);
        }
        return ciIds;
    }

    /// What the relations of new claims lead to is among them, or known to reconciliation since an earlier run.
    private void reconcile(List<Claim> changed, Instant at) {
        reconciliations.reconcile(new Run(newIds.get(), source, scope, at, clock.instant(), RunOutcome.PARTIAL,
                "calls tell only of what was called lately", changed));
    }

    private void read(List<Claim> claims, Instant now, Map<String, String> ciIds) {
        if (claims.isEmpty()) {
            return;
        }
        Set<String> keys = new HashSet<>();
        claims.forEach(claim -> keys.add(claim.key()));
        estate.heads(source, scope, keys).forEach(head -> ciIds.put(head.key(), head.ciId()));
        claims.forEach(claim -> known.put(claim.key(), new Known(claim, ciIds.get(claim.key()), now)));
    }
}
