package dev.faultline.collectors.reconciliation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Clock clock = Clock.fixed(START, ZoneOffset.UTC);
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
}
