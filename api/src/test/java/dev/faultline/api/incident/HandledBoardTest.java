package dev.faultline.api.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.api.handling.Handling;
import dev.faultline.graph.incident.ByPeople;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.review.Act;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.incident.GroupingRules;
import dev.faultline.rca.incident.IncidentGrouping;
import dev.faultline.rca.topology.TopologySnapshot;

import static dev.faultline.api.incident.IncidentBoardTest.alert;
import static org.assertj.core.api.Assertions.assertThat;

/// What people do to incidents, with the grouping that would have it otherwise. Alerts are on `ci-a` to `ci-d`, of which b and c call a.
class HandledBoardTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Handling.Said ANN = new Handling.Said("ann", "seen it");

    private final IncidentGrouping grouping = new IncidentGrouping(GroupingRules.DEFAULT);
    private final TopologySnapshot snapshot = TopologySnapshot.of(new Topology(START,
            List.of("ci-a", "ci-b", "ci-c", "ci-d").stream().map(id -> new TopologyNode(id, "Service", id)).toList(), List.of(),
            List.of(new TopologyCall("ci-b", "ci-a"), new TopologyCall("ci-c", "ci-a"))));
    private IncidentBoard board = new IncidentBoard(IncidentTimes.DEFAULT);

    @Test
    void aMergedIncidentHandsItsAlertsOverAndSaysWhoDidIt() {
        fire("a", "d");
        String from = incidentOf("d");
        String into = incidentOf("a");

        List<LiveIncident> touched = board.handle(new Handling.Merge(from, into, ANN), START.plusSeconds(9));

        assertThat(touched).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo(into);
            assertThat(incident.alertKeys()).containsExactlyInAnyOrder("a", "d");
            assertThat(incident.unstoredAbsorbedIds()).containsExactly(from);
            assertThat(incident.toIncident(START).title()).isEqualTo("a and 1 more alerts");
            assertThat(incident.unstoredByPeople().acts()).containsExactly(
                    new ByPeople.ActOn(into, new Act(Act.Kind.TOOK_IN, "ann", "seen it", START.plusSeconds(9), from)),
                    new ByPeople.ActOn(from, new Act(Act.Kind.TAKEN_IN, "ann", "seen it", START.plusSeconds(9), into)));
        });
        fire("a", "b", "d");
        assertThat(incidentOf("d")).isEqualTo(into);
        assertThat(board.openCount()).isEqualTo(1);
    }

    @Test
    void whatWasSplitStaysApartThoughAlertsJoinThatAreNearBoth() {
        fire("a", "b");
        String rest = incidentOf("a");
        List<LiveIncident> touched = split(rest, "b");

        assertThat(touched).extracting(LiveIncident::id).containsExactly("part", rest);
        assertThat(touched.getFirst().unstoredByPeople().split()).isEqualTo(new ByPeople.Split(rest, List.of("b")));
        assertThat(touched.getFirst().unstoredByPeople().acts()).extracting(act -> act.act().kind())
                .containsExactly(Act.Kind.SPLIT_OFF, Act.Kind.SPLIT_FROM);
        assertThat(touched).extracting(incident -> incident.toIncident(START).title()).containsExactly("b", "a");
        fire("a", "b", "c");

        assertThat(incidentOf("b")).isEqualTo("part");
        assertThat(incidentOf("a")).isEqualTo(rest);
        assertThat(board.openCount()).isEqualTo(2);
    }

    @Test
    void whatWasSplitStaysApartAfterARestart() {
        fire("a", "b");
        String rest = incidentOf("a");
        List<Incident> stored = split(rest, "b").stream().map(incident -> incident.toIncident(START)).toList();
        board = new IncidentBoard(IncidentTimes.DEFAULT);
        stored.forEach(incident -> board.restore(incident, null));
        board.keepApart("part", Set.of(rest));

        fire("a", "b", "c");

        assertThat(incidentOf("b")).isEqualTo("part");
        assertThat(incidentOf("a")).isEqualTo(rest);
    }

    @Test
    void whatWasSplitMayBeMergedAgain() {
        fire("a", "b");
        String rest = incidentOf("a");
        split(rest, "b");
        assertThat(board.handle(new Handling.Merge("part", rest, ANN), START)).hasSize(1);
        fire("a", "b", "c");

        assertThat(board.openCount()).isEqualTo(1);
        assertThat(incidentOf("c")).isEqualTo(rest);
    }

    @Test
    void whatTakesAPartInIsKeptApartInItsPlace() {
        fire("a", "b", "d");
        String rest = incidentOf("a");
        split(rest, "b");
        String other = incidentOf("d");
        board.handle(new Handling.Merge("part", other, ANN), START);
        fire("a", "b", "c", "d");

        assertThat(incidentOf("b")).isEqualTo(other);
        assertThat(incidentOf("a")).isEqualTo(rest);
    }

    @Test
    void whatCannotBeDoneChangesNothing() {
        fire("a", "b");
        String id = incidentOf("a");

        assertThat(split(id, "a", "b")).as("all of them").isEmpty();
        assertThat(split(id, "d")).as("none of its alerts").isEmpty();
        assertThat(split("none", "a")).isEmpty();
        assertThat(board.handle(new Handling.Merge(id, id, ANN), START)).isEmpty();
        assertThat(board.handle(new Handling.Merge(id, "none", ANN), START)).isEmpty();
        assertThat(incidentOf("b")).isEqualTo(id);
    }

    private List<LiveIncident> split(String id, String... keys) {
        return board.handle(new Handling.Split(id, "part", Set.of(keys), ANN), START.plusSeconds(9));
    }

    private void fire(String... keys) {
        for (String key : keys) {
            board.apply(List.of(alert(key, START, null)));
        }
        board.regroup((alerts, incidents, apart) -> grouping.group(alerts, snapshot, incidents, apart), START, 1);
    }

    private String incidentOf(String key) {
        List<String> ids = new ArrayList<>();
        board.rankingDue().stream().filter(incident -> incident.alertKeys().contains(key)).forEach(incident -> ids.add(incident.id()));
        assertThat(ids).hasSize(1);
        return ids.getFirst();
    }
}
