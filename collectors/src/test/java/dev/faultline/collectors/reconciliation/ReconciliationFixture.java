package dev.faultline.collectors.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.RunReport;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ShippedCiTypes;

/// An estate with the shipped types and short ways to claim things about it.
final class ReconciliationFixture {
    static final Instant START = Instant.parse("2026-03-02T01:15:00Z");

    final MemoryEstate estate = new MemoryEstate();
    CiTypes types = ShippedCiTypes.load();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    RunReport run(String source, Claim... claims) {
        return run(source, RunOutcome.COMPLETE, RemovalGate.DEFAULT, List.of(claims));
    }

    RunReport run(String source, RunOutcome outcome, RemovalGate gate, List<Claim> claims) {
        var at = START.plusSeconds(60L * runs.incrementAndGet());
        var reconciliations = new Reconciliations(estate, () -> types, Clock.fixed(at, ZoneOffset.UTC), () -> "ci" + ids.incrementAndGet());
        var problem = outcome == RunOutcome.COMPLETE ? null : "the source answered with 503";
        return reconciliations.reconcile(new Run("run" + runs.get(), source, "all", at, at, outcome, problem, claims), gate);
    }

    static Claim host(String key, Map<String, Object> attributes) {
        return new Claim(key, "Host", key, attributes, List.of());
    }

    static Claim claim(String type, String key, Map<String, Object> attributes, Claim.ClaimedRelation... relations) {
        return new Claim(key, type, key, attributes, List.of(relations));
    }

    static Claim.ClaimedRelation to(String relation, String key) {
        return new Claim.ClaimedRelation(relation, key);
    }

    Ci only() {
        if (estate.live.size() != 1) {
            throw new AssertionError("expected one CI, there are " + estate.live.values());
        }
        return estate.live.values().iterator().next();
    }

    Ci named(String name) {
        return estate.live.values().stream().filter(ci -> ci.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no CI " + name + " among " + estate.live.values()));
    }
}
