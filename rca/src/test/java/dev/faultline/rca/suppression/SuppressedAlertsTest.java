package dev.faultline.rca.suppression;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.topology.TopologySnapshot;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressedAlertsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final TopologySnapshot snapshot = TopologySnapshot.of(new Topology(START,
            Stream.of("web:Service", "shop:Service", "shop-1:ServiceInstance", "host:Host", "rack:Rack", "switch:NetworkDevice",
                    "other:Host").map(each -> each.split(":")).map(each -> new TopologyNode(each[0], each[1], each[0])).toList(),
            List.of(new TopologyLink("INSTANCE_OF", "shop-1", "shop"), new TopologyLink("RUNS_ON", "shop-1", "host"),
                    new TopologyLink("LOCATED_IN", "host", "rack"), new TopologyLink("CONNECTED_TO", "switch", "host"),
                    new TopologyLink("CONNECTED_TO", "other", "host")),
            List.of(new TopologyCall("web", "shop"))), RulesReader.defaults().foundations());

    @ParameterizedTest
    @CsvSource({"shop-1, true", "shop, true", "host, true", "rack, true", "switch, true", "other, false", "web, false", "nowhere, false"})
    void aWindowHoldsWhatStandsOnItsCi(String maintained, boolean held) {
        assertThat(held(maintained, alert(new Subject.OfCi("shop-1"), Map.of()))).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"shop-1, false", "host, false", "rack, false", "shop, true"})
    void aWindowHoldsNothingOfAServiceForOneOfItsInstances(String maintained, boolean held) {
        assertThat(held(maintained, alert(new Subject.OfCi("shop"), Map.of()))).isEqualTo(held);
    }

    @Test
    void anAlertOnCallsIsOnTheirCallee() {
        Alert calls = alert(new Subject.OfCalls("web", "shop"), Map.of());

        assertThat(held("shop", calls)).isTrue();
        assertThat(held("web", calls)).isFalse();
    }

    @Test
    void aWindowHoldsAnAlertOnACiThatTheTopologyDoesNotKnowYet() {
        assertThat(held("new-one", alert(new Subject.OfCi("new-one"), Map.of()))).isTrue();
        assertThat(new SuppressedAlerts(List.of(window("host")), snapshot).of(alert(null, Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"service, web, false, true, true", "service, we, false, true, false", "service, we., true, true, true",
            "service, w, true, true, false", "service, db, false, false, true", "service, web|db, true, false, false",
            "zone, '', false, true, true", "zone, '.+', true, true, false", "zone, a, false, false, true"})
    void aMatcherAsksAsAlertmanagerDoes(String name, String value, boolean isRegex, boolean isEqual, boolean held) {
        Suppression silence = silence(new LabelMatcher(name, value, isRegex, isEqual));

        assertThat(new SuppressedAlerts(List.of(silence), snapshot).of(alert(null, Map.of("service", "web"))))
                .isEqualTo(held ? Set.of(silence) : Set.of());
    }

    @Test
    void allMatchersOfASilenceHaveToFit() {
        Suppression silence = silence(new LabelMatcher("service", "web", false, true), new LabelMatcher("severity", "info", false, true));
        SuppressedAlerts suppressed = new SuppressedAlerts(List.of(silence), snapshot);

        assertThat(suppressed.of(alert(null, Map.of("service", "web")))).isEmpty();
        assertThat(suppressed.of(alert(null, Map.of("service", "web", "severity", "info")))).containsExactly(silence);
    }

    @Test
    void severalMayHoldOneAlert() {
        Suppression silence = silence(new LabelMatcher("service", "web", false, true));
        SuppressedAlerts suppressed = new SuppressedAlerts(List.of(silence, window("host"), window("rack"), window("other")), snapshot);

        assertThat(suppressed.of(alert(new Subject.OfCi("host"), Map.of("service", "web")))).hasSize(3).contains(silence);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void anExpressionThatExplodesIsGivenUpAndHoldsNothing(boolean isEqual) {
        SuppressedAlerts suppressed = new SuppressedAlerts(List.of(silence(new LabelMatcher("text", "(a+|b)+(a+)+\\1c", true, isEqual))),
                snapshot);

        assertThat(suppressed.of(alert(null, Map.of("text", "a".repeat(100))))).isEmpty();
        assertThat(suppressed.of(alert(null, Map.of("text", "a".repeat(10_000))))).isEmpty();
        assertThat(suppressed.cutShort()).isEqualTo(2);
    }

    @Test
    void matchersThatAllTakeAnEmptyLabelFitEverything() {
        assertThat(
                SuppressedAlerts.fitsUnlabelled(List.of(new LabelMatcher("a", ".*", true, true), new LabelMatcher("b", "x", false, false))))
                .isTrue();
        assertThat(
                SuppressedAlerts.fitsUnlabelled(List.of(new LabelMatcher("a", ".*", true, true), new LabelMatcher("b", "x", false, true))))
                .isFalse();
    }

    private boolean held(String maintained, Alert alert) {
        return !new SuppressedAlerts(List.of(window(maintained)), snapshot).of(alert).isEmpty();
    }

    private static Suppression window(String ciId) {
        return suppression("maintenance-" + ciId, new SuppressionScope.OfCis(List.of(ciId), null));
    }

    private static Suppression silence(LabelMatcher... matchers) {
        return suppression("silence", new SuppressionScope.OfLabels(List.of(matchers)));
    }

    private static Suppression suppression(String id, SuppressionScope scope) {
        return new Suppression(id, scope, START, START.plusSeconds(60), "ann", "", START, null);
    }

    private static Alert alert(@Nullable Subject subject, Map<String, String> labels) {
        return new Alert("key", "test", "key", "key", AlertState.FIRING, Severity.CRITICAL, Signal.LATENCY, START, null, START, 0, labels,
                Map.of(), subject);
    }
}
