package dev.faultline.api.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.faultline.api.handling.Handling;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.incident.AlertGroup;
import dev.faultline.rca.incident.KeptApart;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentBoardTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final IncidentTimes TIMES = IncidentTimes.DEFAULT;

    private final AtomicInteger ids = new AtomicInteger();
    private final IncidentBoard board = new IncidentBoard(TIMES);

    @Test
    void alertsThatFireOpenAnIncidentThatIsDueToBeRanked() {
        fire(START, "a", "b");

        assertThat(board.rankingDue()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo("incident-1");
            assertThat(incident.unstoredKeys()).containsExactly("a", "b");
            assertThat(incident.toIncident(START).startedAt()).isEqualTo(START);
        });
    }

    @Test
    void anAlertThatIsOnlyRepeatedAsksForNothing() {
        fire(START, "a");
        settled();
        fire(START, "a");

        assertThat(board.rankingDue()).isEmpty();
        assertThat(board.storingDue()).isEmpty();
    }

    @Test
    void anAlertThatJoinsAsksForAnotherRankingOfTheSameIncident() {
        fire(START, "a");
        settled();
        fire(START.plusSeconds(20), "b");

        assertThat(board.rankingDue()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo("incident-1");
            assertThat(incident.unstoredKeys()).containsExactly("b");
        });
    }

    @Test
    void anIncidentIsResolvedOnlyAfterTheQuietTime() {
        fire(START, "a");
        settled();
        Instant end = START.plusSeconds(60);
        apply(end, alert("a", START, end));

        board.settle(end.plus(TIMES.quiet()).minusMillis(1));
        assertThat(board.openCount()).isEqualTo(1);
        board.settle(end.plus(TIMES.quiet()));
        assertThat(board.openCount()).isZero();
        assertThat(board.storingDue()).singleElement()
                .satisfies(incident -> assertThat(incident.resolvedAt()).isEqualTo(end.plus(TIMES.quiet())));
        assertThat(board.rankingDue()).isEmpty();
    }

    @Test
    void anIncidentWhoseAlertComesBackSoonIsOpenedAgain() {
        Instant resolved = resolve("a");

        fire(resolved.plus(TIMES.reopen()).minusSeconds(1), "a");

        assertThat(board.rankingDue()).singleElement().satisfies(incident -> assertThat(incident.id()).isEqualTo("incident-1"));
    }

    @Test
    void anAlertThatComesBackLateOpensANewIncident() {
        Instant resolved = resolve("a");
        Instant late = resolved.plus(TIMES.reopen());
        board.settle(late);

        fire(late, "a");

        assertThat(board.rankingDue()).singleElement().satisfies(incident -> assertThat(incident.id()).isEqualTo("incident-2"));
    }

    @Test
    void alertsThatResolveWithoutHavingFiredHereOpenNothing() {
        apply(START, alert("a", START.minusSeconds(60), START));

        assertThat(board.openCount()).isZero();
    }

    @Test
    void anIncidentThatIsAbsorbedHandsItsAlertsOver() {
        Grouping apart = (alerts, incidents, pairs) -> alerts.stream().sorted(Comparator.comparing(Alert::key))
                .map(alert -> group(idOf(alert, incidents), List.of(alert.key()), List.of())).toList();
        board.apply(List.of(alert("a", START, null), alert("b", START, null)));
        board.regroup(apart, START, 1);
        settled();
        assertThat(board.openCount()).isEqualTo(2);

        board.apply(List.of(alert("c", START, null)));
        board.regroup((alerts, incidents, pairs) -> List.of(group(Optional.of("incident-1"), List.of("a", "c"), List.of("incident-2"))),
                START, 2);

        assertThat(board.rankingDue()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo("incident-1");
            assertThat(incident.unstoredKeys()).containsExactlyInAnyOrder("b", "c");
            assertThat(incident.unstoredAbsorbedIds()).containsExactly("incident-2");
        });
        assertThat(board.openCount()).isEqualTo(1);
    }

    @Test
    void aRestoredIncidentIsDueAtOnceAndNamesTheAlertsItMisses() {
        fire(START, "a");
        Incident stored = board.rankingDue().getFirst().toIncident(START);
        IncidentBoard restarted = new IncidentBoard(TIMES);
        restarted.restore(stored, null);

        assertThat(restarted.alertKeys()).containsExactly("a");
        assertThat(restarted.rankingDue()).hasSize(1);
        assertThat(restarted.storingDue()).isEmpty();
    }

    @Test
    void knownAlertsAreAmongThoseToBeReadAgain() {
        fire(START, "a");
        board.apply(List.of(alert("b", START, null)));

        assertThat(board.alertKeys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void anIncidentThatSomebodyResolvesIsOverAtOnceAndStaysSo() {
        fire(START, "a");
        settled();
        Instant end = START.plusSeconds(60);
        apply(end, alert("a", START, end));
        assertThat(board.handle(new Handling.Resolve("incident-1"), end)).hasSize(1);
        board.regroup(this::together, end.plusSeconds(1), 1);

        assertThat(board.openCount()).isZero();
        assertThat(board.storingDue()).singleElement().satisfies(incident -> assertThat(incident.resolvedAt()).isEqualTo(end));
        assertThat(board.handle(new Handling.Resolve("unknown"), end)).isEmpty();
    }

    private Instant resolve(String key) {
        fire(START, key);
        settled();
        Instant end = START.plusSeconds(60);
        apply(end, alert(key, START, end));
        Instant resolved = end.plus(TIMES.quiet());
        board.settle(resolved);
        settled();
        return resolved;
    }

    private void fire(Instant at, String... keys) {
        for (String key : keys) {
            board.apply(List.of(alert(key, at, null)));
        }
        board.regroup(this::together, at, at.toEpochMilli());
    }

    private void apply(Instant now, Alert alert) {
        board.apply(List.of(alert));
        board.regroup(this::together, now, now.toEpochMilli());
    }

    private void settled() {
        board.rankingDue().forEach(incident -> {
            incident.ranked(0);
            incident.stored(null);
        });
        board.storingDue().forEach(incident -> incident.stored(null));
    }

    private List<AlertGroup> together(List<Alert> alerts, List<Incident> incidents, Set<KeptApart> apart) {
        return List
                .of(group(incidents.stream().map(Incident::id).findFirst(), alerts.stream().map(Alert::key).sorted().toList(), List.of()));
    }

    private AlertGroup group(Optional<String> id, List<String> keys, List<String> absorbed) {
        return new AlertGroup(id.orElseGet(() -> "incident-" + ids.incrementAndGet()), id.isPresent(), absorbed, START, keys);
    }

    private static Optional<String> idOf(Alert alert, List<Incident> incidents) {
        return incidents.stream().filter(incident -> incident.alertKeys().contains(alert.key())).map(Incident::id).findFirst();
    }

    static Alert alert(String key, Instant startsAt, @Nullable Instant resolvedAt) {
        return new Alert(key, "test", key, key, resolvedAt == null ? AlertState.FIRING : AlertState.RESOLVED, Severity.CRITICAL,
                Signal.LATENCY, startsAt, resolvedAt, startsAt, 0, Map.of(), Map.of(), new Subject.OfCi("ci-" + key));
    }
}
