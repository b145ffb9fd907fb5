package dev.faultline.api.suppression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.suppression.SuppressionStore.AlertLinks;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.topology.Topology;
import dev.faultline.rca.topology.TopologySnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuppressionWatchTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Alert WEB = alert("web");
    private static final Alert SHOP = alert("shop");

    private final Said said = new Said();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SuppressionWatch watch = new SuppressionWatch(said,
            () -> TopologySnapshot.of(new Topology(START, List.of(), List.of(), List.of())), new SuppressionMeters(meters));

    @Test
    void tellsSinceWhenAnAlertDoesNotCountAndNothingOfOthers() {
        said.open.add(silence("s1", "web", START.minusSeconds(60), START.plusSeconds(60)));

        assertThat(look(START)).isEqualTo(Map.of("web", START.minusSeconds(60)));
    }

    @Test
    void followsTheTimesOfASilenceWithoutBeingTold() {
        said.open.add(silence("s1", "web", START.plusSeconds(10), START.plusSeconds(20)));

        assertThat(look(START)).isEmpty();
        assertThat(look(START.plusSeconds(10))).containsOnlyKeys("web");
        assertThat(look(START.plusSeconds(20))).isEmpty();
    }

    @Test
    void readsAtOnceWhatItIsToldOfAndElseAfterAWhile() {
        look(START);
        said.open.add(silence("s1", "web", START, START.plusSeconds(60)));
        assertThat(look(START.plusMillis(1))).isEmpty();
        watch.changed();
        assertThat(look(START.plusMillis(2))).containsOnlyKeys("web");

        said.open.clear();
        assertThat(look(START.plusMillis(1).plus(SuppressionWatch.READ_INTERVAL))).containsOnlyKeys("web");
        assertThat(look(START.plusMillis(2).plus(SuppressionWatch.READ_INTERVAL))).isEmpty();
    }

    @Test
    void storesALinkOnceAndItsEndOnlyWhereTheSilenceGoesOn() {
        said.open.add(silence("s1", "web", START, START.plusSeconds(60)));
        look(START);
        watch.store(START);
        look(START.plusSeconds(1));
        watch.store(START.plusSeconds(1));
        assertThat(said.linked).containsExactly(new AlertLinks("web", Set.of("s1"), Set.of()));

        watch.look(List.of(), false, START.plusSeconds(2));
        watch.store(START.plusSeconds(2));
        assertThat(said.linked).last().isEqualTo(new AlertLinks("web", Set.of(), Set.of("s1")));

        look(START.plusSeconds(3));
        watch.store(START.plusSeconds(3));
        look(START.plusSeconds(60));
        watch.store(START.plusSeconds(60));
        assertThat(said.linked).hasSize(3);
    }

    @Test
    void storesNothingAgainAfterARestart() {
        said.open.add(silence("s1", "web", START, START.plusSeconds(60)));
        said.links.put("web", Set.of("s1"));
        said.links.put("gone", Set.of("s1"));
        look(START);
        watch.store(START);

        assertThat(said.linked).containsExactly(new AlertLinks("gone", Set.of(), Set.of("s1")));
    }

    @Test
    void storesAgainWhatCouldNotBeStored() {
        said.open.add(silence("s1", "web", START, START.plusSeconds(60)));
        look(START);
        said.away = true;
        assertThatThrownBy(() -> watch.store(START)).isInstanceOf(IllegalStateException.class);
        said.away = false;
        watch.store(START);

        assertThat(said.linked).hasSize(1);
    }

    @Test
    void countsWhatIsHeldBack() {
        said.open.add(silence("s1", "web", START, START.plusSeconds(60)));
        look(START);
        watch.store(START);

        assertThat(meters.get("faultline.alerts.suppressed").gauge().value()).isEqualTo(1);
        assertThat(meters.get("faultline.suppressions.active").tag("kind", "silence").gauge().value()).isEqualTo(1);
        assertThat(meters.get("faultline.suppressions.active").tag("kind", "maintenance").gauge().value()).isZero();
        assertThat(meters.get("faultline.alert.suppressions").counter().count()).isEqualTo(1);
    }

    private Map<String, Instant> look(Instant now) {
        return watch.look(List.of(WEB, SHOP), false, now);
    }

    private static Suppression silence(String id, String service, Instant from, Instant until) {
        return new Suppression(id, new SuppressionScope.OfLabels(List.of(new LabelMatcher("service", service, false, true))), from, until,
                "ann", "work", from, null);
    }

    private static Alert alert(String service) {
        return new Alert(service, "test", service, "Slow", AlertState.FIRING, Severity.CRITICAL, Signal.LATENCY, START, null, START, 0,
                Map.of("service", service), Map.of(), null);
    }

    private static final class Said implements SuppressionWatch.Source {
        final List<Suppression> open = new ArrayList<>();
        final Map<String, Set<String>> links = new HashMap<>();
        final List<AlertLinks> linked = new ArrayList<>();
        boolean away;

        @Override
        public List<Suppression> open(Instant at) {
            return List.copyOf(open);
        }

        @Override
        public Map<String, Set<String>> links(Instant at) {
            return links;
        }

        @Override
        public void link(Collection<AlertLinks> due, Instant at) {
            if (away) {
                throw new IllegalStateException("away");
            }
            linked.addAll(due);
        }
    }
}
