package dev.faultline.api.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.faultline.api.review.TimelineEntry.Kind;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.feedback.Feedback;
import dev.faultline.graph.feedback.Verdict;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.incident.Term;
import dev.faultline.graph.review.Act;
import dev.faultline.graph.review.GraphChange;
import dev.faultline.graph.review.Merge;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final Timeline timeline = new Timeline(id -> id.toUpperCase(Locale.ROOT));

    @Test
    void whatHappenedIsInOrderOfTime() {
        Incident incident = new Incident("i", "slow", IncidentState.RESOLVED, START, START, START.plusSeconds(300), List.of("a"), null);

        List<TimelineEntry> entries = timeline.add(incident, version(1, "db", 1)).addAlerts(List.of(alert()))
                .addPeople(List.of(new Act(Act.Kind.RESOLVED, "", "", START.plusSeconds(299))), List.of(wrong()))
                .addChanges(List.of(new GraphChange(START.minusSeconds(500), "db", GraphChange.Kind.RELATION_ENDED, "RUNS_ON", "h1")))
                .addMerges(List.of(new Merge(START.plusSeconds(60), "j", "other", true))).entries();

        assertThat(entries).extracting(TimelineEntry::kind).containsExactly(Kind.GRAPH_CHANGE, Kind.FAULT, Kind.FIRST_SYMPTOM,
                Kind.ALERT_FIRED, Kind.MERGED, Kind.PERSON, Kind.ALERT_RESOLVED, Kind.PERSON, Kind.RECOVERED);
        assertThat(entries).extracting(TimelineEntry::sentence).contains("DB is no longer RUNS_ON H1", "somebody resolved the incident",
                "ann said that DB is wrong and that it was H1: seen", "took in incident 'other' (j)");
    }

    @Test
    void workThatWasWeighedIsToldWithWhatItIsOn() {
        Suppression window = new Suppression("w", new SuppressionScope.OfCis(List.of("a", "b", "c", "d"), null), START,
                START.plusSeconds(60), "ann", "new kernel", START, null);

        assertThat(timeline.addMaintenance(List.of(window)).entries()).containsExactly(
                new TimelineEntry(START, Kind.MAINTENANCE, "maintenance w of A, B, C and 1 more by ann: new kernel", "a"));
    }

    @Test
    void onlyRankingsWithAnotherFirstCauseAreTold() {
        List<TimelineEntry> entries = timeline.addRankings(List.of(version(5, null, 0), version(4, "db", 2), version(3, "db", 1.5),
                version(2, "shop", 1), version(1, null, 0))).entries();

        assertThat(entries).extracting(TimelineEntry::sentence).containsExactly("version 1 of the ranking: nothing stands out",
                "version 2 of the ranking: SHOP is the first cause (latency, confidence 0.50)",
                "version 3 of the ranking: DB is the first cause (latency, confidence 0.50) instead of SHOP, as unexplained grew by 1.50",
                "version 5 of the ranking: nothing stands out");
    }

    private static Feedback wrong() {
        return new Feedback("f", "i", 1, Verdict.WRONG, "db", 1, 0.5, "h1", null, 0, "ann", "seen", START.plusSeconds(120));
    }

    private static Alert alert() {
        return new Alert("a", "test", "f", "Slow", AlertState.RESOLVED, Severity.CRITICAL, Signal.LATENCY, START, START.plusSeconds(200),
                START, 0, Map.of(), Map.of(), new Subject.OfCi("web"));
    }

    private static RankingVersion version(long version, @Nullable String ciId, double unexplained) {
        List<Cause> causes = ciId == null
                ? List.of()
                : List.of(new Cause(1, ciId, CauseKind.LATENCY, unexplained, 0.5, null,
                        List.of(new Term("unexplained", 1, unexplained, "x")), List.of(), List.of(), List.of()));
        RankingBasis basis = new RankingBasis(START, START, new TimeWindow(START.minusSeconds(120), START.plusSeconds(1)),
                List.of(new Symptom(new Subject.OfCi("web"), Signal.LATENCY, START)), 1, List.of(), List.of());
        return new RankingVersion("i", version, new Ranking(START.plusSeconds(version), "1", ciId == null, "", causes), basis);
    }
}
