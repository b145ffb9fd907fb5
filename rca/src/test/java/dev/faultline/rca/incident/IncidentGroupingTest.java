package dev.faultline.rca.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentGroupingTest {
    private static final Instant START = Instant.parse("2026-01-01T09:30:00Z");

    private final TopologySnapshot snapshot = TopologySnapshot.of(new Topology(START,
            Stream.of("gateway", "orders", "store", "mail", "orders-1", "host-1", "island")
                    .map(id -> new TopologyNode(id, "Service", id)).toList(),
            List.of(new TopologyLink("INSTANCE_OF", "orders-1", "orders"), new TopologyLink("RUNS_ON", "orders-1", "host-1"),
                    new TopologyLink("RUNS_ON", "mail", "host-1")),
            List.of(new TopologyCall("gateway", "orders"), new TopologyCall("orders", "store"))));
    private final IncidentGrouping grouping = new IncidentGrouping(GroupingRules.DEFAULT);

    @Test
    void alertsAlongACallChainAreOneIncident() {
        assertThat(groups(alert("a", "gateway", 0), alert("b", "store", 60), alert("c", "orders-1", 30))).hasSize(1);
    }

    @Test
    void alertsThatShareAHostAreOneIncident() {
        assertThat(groups(alert("a", "orders-1", 0), alert("b", "mail", 10))).hasSize(1);
    }

    @Test
    void alertsWithoutAPathBetweenThemStayApart() {
        assertThat(groups(alert("a", "gateway", 0), alert("b", "island", 0))).hasSize(2);
    }

    @Test
    void alertsFarApartInTimeStayApart() {
        assertThat(groups(alert("a", "gateway", 0), alert("b", "orders", 3600))).hasSize(2);
    }

    @Test
    void incidentKeepsItsIdWhenAnEarlierAlertJoins() {
        AlertGroup first = groups(alert("b", "gateway", 60)).getFirst();
        Incident open = incident(first.incidentId(), 60, "b");
        List<AlertGroup> later = grouping.group(List.of(alert("b", "gateway", 60), alert("a", "orders", 0)), snapshot, List.of(open));
        assertThat(later).singleElement().satisfies(group -> {
            assertThat(group.incidentId()).isEqualTo(first.incidentId());
            assertThat(group.known()).isTrue();
            assertThat(group.alertKeys()).containsExactly("a", "b");
        });
    }

    @Test
    void olderOfTwoIncidentsTakesTheOtherInWhenAnAlertJoinsThem() {
        List<AlertGroup> groups = grouping.group(
                List.of(alert("a", "gateway", 0), alert("b", "store", 1200), alert("c", "orders", 600)), snapshot,
                List.of(incident("younger", 1200, "b"), incident("older", 0, "a")));
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.incidentId()).isEqualTo("older");
            assertThat(group.absorbed()).containsExactly("younger");
        });
    }

    @Test
    void alertsThatChainOverHoursAreNotOneIncident() {
        List<Alert> chain = IntStream.range(0, 24).mapToObj(i -> alert("k" + i, "gateway", i * 600)).toList();
        assertThat(grouping.group(chain, snapshot, List.of())).hasSizeGreaterThan(5).allSatisfy(
                group -> assertThat(group.alertKeys()).hasSizeBetween(1, 4));
    }

    @Test
    void aStormIsOneIncidentHoweverLongItLasts() {
        List<Alert> storm = IntStream.range(0, 100).mapToObj(i -> alert("k" + i, i % 2 == 0 ? "gateway" : "store", i * 60)).toList();
        assertThat(grouping.group(storm, snapshot, List.of())).hasSize(1);
    }

    @Test
    void aStormIsNotCutWhereAnAmbientAlertPrecedesIt() {
        List<Alert> alerts = new ArrayList<>(List.of(alert("x", "gateway", 0), alert("y", "gateway", 850)));
        IntStream.range(0, 40).forEach(i -> alerts.add(alert("k" + i, "orders", 1700 + i * 10)));
        List<AlertGroup> groups = grouping.group(alerts, snapshot, List.of(incident("ambient", 0, "x")));
        assertThat(groups).filteredOn(group -> group.alertKeys().contains("k0")).singleElement()
                .satisfies(group -> assertThat(group.alertKeys()).hasSizeGreaterThanOrEqualTo(40));
    }

    @Test
    void anIncidentThatGoesOnTakesNoAlertsInThatComeHoursLater() {
        List<AlertGroup> groups = grouping.group(List.of(alert("flapping", "gateway", 4 * 3600), alert("b", "orders", 4 * 3600 + 30)),
                snapshot,
                List.of(incident("old", 0, "flapping")));
        assertThat(groups).extracting(AlertGroup::alertKeys).containsExactlyInAnyOrder(List.of("flapping"), List.of("b"));
    }

    @Test
    void unboundAlertsOfOneConditionAreOneIncident() {
        List<Alert> storm = IntStream.range(0, 60).mapToObj(i -> unbound("k" + i, "NodeDown", Map.of(), i)).toList();
        assertThat(grouping.group(storm, snapshot, List.of())).singleElement()
                .satisfies(group -> assertThat(group.alertKeys()).hasSize(60));
    }

    @Test
    void unboundAlertsOfOneGroupOfTheirMonitorAreOneIncident() {
        Map<String, String> rack = Map.of(Alert.GROUP, "{}:{rack=\"7\"}");
        assertThat(groups(unbound("a", "NodeDown", rack, 0), unbound("b", "LinkDown", rack, 60))).hasSize(1);
    }

    @Test
    void unboundAlertsOfOtherConditionsAndOtherTimesStayApart() {
        assertThat(groups(unbound("a", "NodeDown", Map.of(), 0), unbound("b", "LinkDown", Map.of(), 0),
                unbound("c", "NodeDown", Map.of(), 7200), alert("d", "gateway", 0))).hasSize(4);
    }

    @Test
    void orderOfAlertsDoesNotMatter() {
        Random random = new Random(7);
        List<String> cis = List.of("gateway", "orders", "store", "mail", "orders-1", "island");
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            alerts.add(alert("k" + i, cis.get(random.nextInt(cis.size())), random.nextInt(20_000)));
        }
        List<AlertGroup> expected = grouping.group(alerts, snapshot, List.of());
        Collections.shuffle(alerts, random);
        assertThat(grouping.group(alerts, snapshot, List.of())).isEqualTo(expected);
    }

    @Test
    void incidentsThatAreKeptApartStaySoWhateverIsNearBoth() {
        List<Alert> alerts = List.of(alert("a", "gateway", 0), alert("b", "store", 1), alert("c", "orders", 2), alert("d", "orders", 900));
        List<Incident> incidents = List.of(incident("one", 0, "a"), incident("other", 0, "b"));

        List<AlertGroup> apart = grouping.group(alerts, snapshot, incidents, List.of(new KeptApart("other", "one")));

        assertThat(apart).extracting(AlertGroup::incidentId).containsExactlyInAnyOrder("one", "other");
        assertThat(apart).allSatisfy(group -> assertThat(group.absorbed()).isEmpty());
        assertThat(apart.stream().flatMap(group -> group.alertKeys().stream())).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(grouping.group(alerts, snapshot, incidents, List.of(new KeptApart("one", "gone")))).hasSize(1);
    }

    private List<AlertGroup> groups(Alert... alerts) {
        return grouping.group(List.of(alerts), snapshot, List.of());
    }

    private static Incident incident(String id, int startSeconds, String alertKey) {
        Instant start = START.plusSeconds(startSeconds);
        return new Incident(id, id, IncidentState.OPEN, start, start, null, List.of(alertKey), null);
    }

    private static Alert unbound(String key, String name, Map<String, String> annotations, int startSeconds) {
        Instant start = START.plusSeconds(startSeconds);
        return new Alert(key, "test", key, name, AlertState.FIRING, Severity.WARNING, Signal.SILENCE, start, null, start, 0, Map.of(),
                annotations, null);
    }

    private static Alert alert(String key, String ci, int startSeconds) {
        Instant start = START.plusSeconds(startSeconds);
        return new Alert(key, "test", key, "slow", AlertState.FIRING, Severity.WARNING, Signal.LATENCY, start, null, start, 0, Map.of(),
                Map.of(), new Subject.OfCi(ci));
    }
}
