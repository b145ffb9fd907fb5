package dev.faultline.collectors.prometheus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.prometheus.rule.MetricRules;
import dev.faultline.collectors.prometheus.rule.SourceRule;
import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class ToldCallsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final SourceRule GRAPH = MetricRules.defaults().sources().getFirst();

    private final Map<String, String> known = new HashMap<>();
    private final List<Claim> claimed = new ArrayList<>();
    private final List<CallEdge> kept = new ArrayList<>();
    private final ToldCalls calls = new ToldCalls(claims -> {
        claimed.addAll(claims);
        Map<String, String> ids = new HashMap<>();
        claims.forEach(claim -> ids.put(claim.key(), "new-" + claim.name()));
        return ids;
    }, (edges, minute) -> {
        assertThat(minute).isEqualTo(NOW.getEpochSecond() / 60);
        kept.addAll(edges);
    }, this::find);

    @Test
    void callsThatNobodyElseTellsOfBecomeAnEdge() {
        known.put("gateway", "id-gateway");

        assertThat(calls.tell(List.of(seen("gateway", "db", "database", null)), NOW)).isTrue();

        assertThat(claimed).singleElement().satisfies(claim -> {
            assertThat(claim.ciType()).isEqualTo("Service");
            assertThat(claim.name()).isEqualTo("db");
            assertThat(claim.attributes()).containsEntry("external", true);
        });
        assertThat(kept).singleElement().satisfies(edge -> {
            assertThat(edge.callerId()).isEqualTo("id-gateway");
            assertThat(edge.calleeId()).isEqualTo("new-db");
            assertThat(edge.kind()).isEqualTo(CallKind.DATABASE);
        });
    }

    @Test
    void anEdgeThatWasMadeHereIsKeptAliveAndOneOfSpansIsLeftToThem() {
        calls.tell(List.of(seen("a", "b", "", null)), NOW);
        CallEdge made = kept.removeFirst();
        Subject subject = new Subject.OfCalls("new-a", "new-b");

        assertThat(calls.tell(List.of(seen("a", "b", "", new Bound(subject, List.of(made.id())))), NOW)).isFalse();
        assertThat(kept).containsExactly(made);
        kept.clear();
        calls.tell(List.of(seen("a", "b", "", new Bound(subject, List.of(made.id(), "of spans")))), NOW);
        assertThat(kept).isEmpty();
    }

    @Test
    void usersAreNoService() {
        assertThat(calls.tell(List.of(seen("user", "gateway", "virtual_node", null)), NOW)).isFalse();

        assertThat(claimed).isEmpty();
        assertThat(kept).isEmpty();
    }

    private static TargetBook.Seen seen(String client, String server, String kind, @org.jspecify.annotations.Nullable Bound bound) {
        return new TargetBook.Seen(GRAPH, Map.of("client", client, "server", server, "connection_type", kind), NOW, bound, NOW);
    }

    private Map<List<SubjectLookup>, Bound> find(Collection<List<SubjectLookup>> wanted) {
        Map<List<SubjectLookup>, Bound> found = new HashMap<>();
        for (List<SubjectLookup> lookups : wanted) {
            if (lookups.getFirst() instanceof SubjectLookup.OfCi ci && known.containsKey(ci.ci().value())) {
                found.put(lookups, new Bound(new Subject.OfCi(known.getOrDefault(ci.ci().value(), "")), List.of()));
            }
        }
        return found;
    }
}
