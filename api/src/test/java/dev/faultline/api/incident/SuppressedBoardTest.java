package dev.faultline.api.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.Incident;
import dev.faultline.rca.incident.AlertGroup;
import dev.faultline.rca.incident.KeptApart;

import static dev.faultline.api.incident.IncidentBoardTest.alert;
import static org.assertj.core.api.Assertions.assertThat;

class SuppressedBoardTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final IncidentTimes TIMES = IncidentTimes.DEFAULT;

    private final IncidentBoard board = new IncidentBoard(TIMES);

    @Test
    void anAlertThatDoesNotCountOpensNothingAndCountsAgainWhileItFires() {
        board.apply(List.of(alert("a", START, null)));
        suppress(START, "a");
        regroup(START);
        assertThat(board.openCount()).isZero();

        board.suppress(Map.of());
        regroup(START.plusSeconds(600));

        assertThat(board.rankingDue()).singleElement()
                .satisfies(incident -> assertThat(incident.unstoredKeys()).containsExactly("a"));
    }

    @Test
    void anAlertThatWasResolvedMeanwhileOpensNothingAfterwards() {
        board.apply(List.of(alert("a", START, null)));
        suppress(START, "a");
        regroup(START);
        board.apply(List.of(alert("a", START, START.plusSeconds(30))));
        board.suppress(Map.of());
        regroup(START.plusSeconds(60));

        assertThat(board.openCount()).isZero();
    }

    @Test
    void anAlertThatStopsToCountStaysInItsIncidentAndIsNoSymptomOfIt() {
        open("a", "b");
        suppress(START.plusSeconds(60), "a");
        regroup(START.plusSeconds(60));

        LiveIncident incident = board.rankingDue().getFirst();
        assertThat(incident.alertKeys()).containsExactly("a", "b");
        assertThat(board.alertsOf(incident)).extracting(Alert::key).containsExactly("b");
    }

    @Test
    void anIncidentIsOverWhenItsOtherAlertsAre() {
        open("a", "b");
        suppress(START.plusSeconds(60), "a");
        Instant end = START.plusSeconds(90);
        board.apply(List.of(alert("b", START, end)));
        regroup(end);

        board.settle(end.plus(TIMES.quiet()).minusMillis(1));
        assertThat(board.openCount()).isEqualTo(1);
        board.settle(end.plus(TIMES.quiet()));
        assertThat(board.openCount()).isZero();
    }

    @Test
    void anIncidentWhoseOnlyAlertStopsToCountIsOverAfterTheQuietTimeAndKeepsItsRanking() {
        open("a");
        Instant silenced = START.plusSeconds(60);
        suppress(silenced, "a");
        regroup(silenced);
        board.evidenceChanged(silenced, Long.MAX_VALUE, true);

        assertThat(board.rankingDue()).isEmpty();
        board.settle(silenced.plus(TIMES.quiet()).minusMillis(1));
        assertThat(board.openCount()).isEqualTo(1);
        board.settle(silenced.plus(TIMES.quiet()));
        assertThat(board.openCount()).isZero();
        assertThat(board.storingDue()).hasSize(1);
    }

    @Test
    void anIncidentThatIsOverBySilenceIsOpenAgainWhenTheSilenceEndsSoonEnough() {
        open("a");
        suppress(START.plusSeconds(60), "a");
        Instant over = START.plusSeconds(60).plus(TIMES.quiet());
        board.settle(over);
        settled();

        board.suppress(Map.of());
        regroup(over.plusSeconds(1));

        assertThat(board.rankingDue()).singleElement().satisfies(incident -> assertThat(incident.id()).isEqualTo("incident"));
    }

    @Test
    void anAlertThatCountsAsBeforeAsksForNothing() {
        open("a", "b");
        suppress(START, "a");
        settled();
        suppress(START.plusSeconds(1), "a");
        regroup(START.plusSeconds(1));

        assertThat(board.rankingDue()).isEmpty();
    }

    private void open(String... keys) {
        for (String key : keys) {
            board.apply(List.of(alert(key, START, null)));
        }
        regroup(START);
        settled();
    }

    private void suppress(Instant since, String key) {
        board.suppress(Map.of(key, since));
    }

    private void regroup(Instant now) {
        board.regroup(SuppressedBoardTest::together, now, 1);
    }

    private void settled() {
        board.rankingDue().forEach(incident -> {
            incident.ranked(0);
            incident.stored(null);
        });
        board.storingDue().forEach(incident -> incident.stored(null));
    }

    private static List<AlertGroup> together(List<Alert> alerts, List<Incident> incidents, Set<KeptApart> apart) {
        return alerts.isEmpty()
                ? List.of()
                : List.of(new AlertGroup("incident", !incidents.isEmpty(), List.of(), START,
                        alerts.stream().map(Alert::key).sorted().toList()));
    }
}
