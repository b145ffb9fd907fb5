package dev.faultline.collectors.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.otlp.ReconciledParties;
import dev.faultline.graph.ci.RelationKey;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.type.ShippedCiTypes;

import static dev.faultline.collectors.reconciliation.ReconciliationFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

class ReconciledPartiesTest {
    private static final int MANY = 500;
    private static final Claim SERVICE = claim("Service", "quotes", Map.of("serviceName", "quotes"));

    private final MemoryEstate estate = new MemoryEstate();
    private final AtomicInteger ids = new AtomicInteger();
    private final MovedClock clock = new MovedClock();
    private final Reconciliations reconciliations = new Reconciliations(estate, ShippedCiTypes::load, clock, this::newId);

    @Test
    void aNewInstanceCostsNoMoreWhereManyAreKnown() {
        ReconciledParties parties = parties(10 * MANY);
        parties.ciIds(instances(0, MANY));
        estate.reads = 0;
        Map<String, String> ciIds = parties.ciIds(instances(MANY, MANY + 1));
        assertThat(ciIds.keySet()).containsExactlyInAnyOrder("quotes", "i" + MANY);
        assertThat(estate.reads).isLessThan(10);
        assertThat(estate.claimedLinks).hasSize(MANY + 1).contains(new RelationKey("INSTANCE_OF",
                Objects.requireNonNull(ciIds.get("i" + MANY)), Objects.requireNonNull(ciIds.get("quotes"))));
    }

    @Test
    void knownClaimsCostNothing() {
        ReconciledParties parties = parties(10 * MANY);
        Map<String, String> first = parties.ciIds(instances(0, MANY));
        estate.reads = 0;
        assertThat(parties.ciIds(instances(0, MANY))).isEqualTo(first);
        assertThat(estate.reads).isZero();
    }

    @Test
    void claimsThatWereForgottenLeadToTheSameCisAndAreNotWrittenAgain() {
        ReconciledParties parties = parties(MANY / 10);
        Map<String, String> first = parties.ciIds(instances(0, MANY));
        int writes = estate.writes;
        assertThat(parties.ciIds(instances(0, MANY))).isEqualTo(first);
        assertThat(new HashSet<>(first.values())).hasSize(MANY + 1);
        assertThat(estate.writes).isEqualTo(writes);
    }

    @Test
    void anInstanceIsLinkedToAHostThatIsKnownBeforeItOrAfter() {
        ReconciledParties parties = parties(MANY);
        parties.ciIds(instances(0, 1));
        reconciliations.reconcile(hosts("machine-0", "machine-1"));
        parties.ciIds(instances(1, 2));
        assertThat(estate.matchedLinks).extracting(RelationKey::type).containsExactly("RUNS_ON", "RUNS_ON");
    }

    @Test
    void anInstanceThatWasRetiredComesBackUnderItsIdWhenItIsSeenAgain() {
        ReconciledParties parties = parties(MANY);
        Map<String, String> before = parties.ciIds(instances(0, 1));
        var gone = new Run("gone", "otlp", "traces", START, START, RunOutcome.COMPLETE, null, List.of());
        assertThat(reconciliations.expire(gone, Set.of("i0")).counts().retired()).isEqualTo(1);
        assertThat(estate.retired.keySet()).containsExactly(before.get("i0"));
        assertThat(estate.claimedLinks).isEmpty();
        clock.now = START.plusSeconds(600);
        assertThat(parties.ciIds(instances(0, 1))).isEqualTo(before);
        assertThat(estate.live.keySet()).containsExactlyInAnyOrderElementsOf(before.values());
        assertThat(estate.claimedLinks).hasSize(1);
    }

    private ReconciledParties parties(int claimsRememberedMax) {
        return new ReconciledParties(reconciliations, estate, clock, this::newId, claimsRememberedMax);
    }

    private String newId() {
        return "id" + ids.incrementAndGet();
    }

    private static List<Claim> instances(int from, int to) {
        List<Claim> claims = new ArrayList<>(List.of(SERVICE));
        for (int i = from; i < to; i++) {
            claims.add(claim("ServiceInstance", "i" + i, Map.of("serviceName", "quotes", "instanceId", "i" + i, "hostId", "machine-" + i),
                    to("INSTANCE_OF", "quotes")));
        }
        return claims;
    }

    private static Run hosts(String... machineIds) {
        List<Claim> claims = new ArrayList<>();
        for (String machineId : machineIds) {
            claims.add(host(machineId, Map.of("machineId", machineId)));
        }
        return new Run("hosts", "host", "all", START, START, RunOutcome.COMPLETE, null,
                claims);
    }

    /// A clock that tells the time that it was set to.
    private static final class MovedClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the zone of this clock is UTC");
        }
    }
}
