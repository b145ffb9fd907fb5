package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.StoredClaim;

/// Takes back what spans claimed about services, databases, brokers and instances that call and answer no more; what another source claims too stays.
public final class UnseenParties {
    /// The scope of what logs claim.
    public static final String LOGS = "logs";

    private final ClaimStore claims;
    private final Reconciliations reconciliations;
    private final Clock clock;
    private final Supplier<String> newIds;

    public UnseenParties(ClaimStore claims, Reconciliations reconciliations, Clock clock, Supplier<String> newIds) {
        this.claims = claims;
        this.reconciliations = reconciliations;
        this.clock = clock;
        this.newIds = newIds;
    }

    /// Returns how many CIs were retired.
    int retire(Collection<String> ciIds) {
        Set<String> keys = claims.claimsOf(ciIds).stream().filter(UnseenParties::isOfSpans).map(StoredClaim::key)
                .collect(Collectors.toSet());
        return expire(ReconciledParties.SCOPE, keys);
    }

    /// Takes back what logs claimed under these keys.
    void takeBack(Collection<String> keysOfLogs) {
        expire(LOGS, Set.copyOf(keysOfLogs));
    }

    private int expire(String scope, Set<String> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Run run = new Run(newIds.get(), ReconciledParties.SOURCE, scope, now, now, RunOutcome.COMPLETE, null, List.of());
        return reconciliations.expire(run, keys).counts().retired();
    }

    private static boolean isOfSpans(StoredClaim claim) {
        return claim.source().equals(ReconciledParties.SOURCE) && claim.scope().equals(ReconciledParties.SCOPE);
    }
}
