package dev.faultline.rca.engine;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.CandidateLevel;

import static org.assertj.core.api.Assertions.assertThat;

/// What somebody on call reads: what is named, as what kind, and why.
class AnswerTest {

    @Test
    void theServiceIsNamedWhereAllItsInstancesAreAsBad() {
        assertThat(top(ledger(0.6, 0.6, 0.6)).ciId()).isEqualTo("ledger");
    }

    @Test
    void theInstanceIsNamedThatIsWorseThanItsSiblings() {
        assertThat(top(ledger(0.05, 0.6, 0.05)).ciId()).isEqualTo("ledger-2");
    }

    @Test
    void theKindIsWhatShowsAtTheCauseAndNotWhatItsCallersSuffer() {
        Ranking ranking = new Incidents().services("gateway", "cache").calls("gateway", "cache").suffers("gateway", Signal.LATENCY)
                .suffers("gateway", Signal.ERRORS).latency("gateway", 0.1, 0.4).metric("gateway", "error_rate", 0, 0.5)
                .latency("cache", 0.01, 0.01).metric("cache", "error_rate", 0, 0.9).rank(CandidateLevel.ANY);

        assertThat(top(ranking).ciId()).isEqualTo("cache");
        assertThat(top(ranking).kind()).isEqualTo(CauseKind.ERRORS);
    }

    @Test
    void aComponentThatNobodyCallsIsNotSilent() {
        Ranking ranking = new Incidents().services("gateway", "store", "reports").calls("gateway", "store").calls("gateway", "reports")
                .suffers("gateway", Signal.LATENCY).latency("gateway", 0.1, 0.9).latency("store", 0.05, 0.85)
                .metric("reports", "latency.mean", 10, Double.NaN).metric("reports", "calls.rate", 1, 0).rank(CandidateLevel.ANY);

        assertThat(ranking.causes().stream().filter(cause -> cause.ciId().equals("reports")).flatMap(cause -> cause.terms().stream()))
                .noneMatch(term -> term.name().equals("silence"));
    }

    @Test
    void aComponentThatIsNoLongerReachedIsSilent() {
        Ranking ranking = new Incidents().services("gateway", "store").calls("gateway", "store").suffers("gateway", Signal.SILENCE)
                .latency("gateway", 0.1, 0.1).metric("store", "latency.mean", 10, Double.NaN).metric("store", "calls.rate", 100, 0)
                .rank(CandidateLevel.ANY);

        assertThat(top(ranking).ciId()).isEqualTo("store");
        assertThat(top(ranking).kind()).isEqualTo(CauseKind.SILENCE);
    }

    @Test
    void thePathReadsFromTheCauseToWhatSuffers() {
        Cause top = top(new Incidents().services("gateway", "ledger").calls("gateway", "ledger").suffers("gateway", Signal.LATENCY)
                .latency("gateway", 0.1, 0.9).latency("ledger", 0.05, 0.85).rank(CandidateLevel.ANY));

        assertThat(top.path()).singleElement().satisfies(step -> {
            assertThat(step.fromId()).isEqualTo("ledger");
            assertThat(step.via()).isEqualTo("CALLED_BY");
            assertThat(step.toId()).isEqualTo("gateway");
        });
    }

    @Test
    void sentencesSayWhatWasMeasuredInItsUnit() {
        Ranking ranking = new Incidents().services("gateway", "ledger").calls("gateway", "ledger").suffers("gateway", Signal.LATENCY)
                .metric("gateway", "latency.mean", 40, 640).metric("gateway", "calls.rate", 100, 100)
                .metric("ledger", "latency.mean", 15, 615).metric("ledger", "calls.rate", 100, 100).rank(CandidateLevel.ANY);

        assertThat(top(ranking).evidenceFor()).contains("mean latency 615 ms, normally 15.0 ms (z 800.0)");
        assertThat(ranking.summary()).startsWith("ledger is the most likely cause (latency, confidence ");
    }

    @Test
    void aLoneAlertIsNoAnswerToItself() {
        Ranking ranking = new Incidents().services("gateway", "ledger").calls("gateway", "ledger").suffers("ledger", Signal.UNKNOWN)
                .alert("backup", "ledger").rank(CandidateLevel.ANY);

        assertThat(ranking.unknown()).isTrue();
        assertThat(ranking.summary()).contains("unknown", "of ledger nothing speaks but what fires there");
        assertThat(top(ranking).ciId()).isEqualTo("ledger");
        assertThat(top(ranking).confidence()).isLessThan(1);
    }

    @Test
    void whereItStandsIsNoReasonToBlameAnything() {
        assertThat(new Incidents().services("gateway").suffers("gateway", Signal.LATENCY).latency("gateway", 0.1, 0.1)
                .rank(CandidateLevel.ANY).unknown()).isTrue();
    }

    @Test
    void alertsThatAreBoundToNothingAreToldAsThat() {
        assertThat(new Incidents().suffers("nowhere", Signal.ERRORS).rank(CandidateLevel.ANY).summary())
                .startsWith("unknown: no alert of it is bound to a CI");
    }

    private static Ranking ledger(double... latencies) {
        Incidents incident = new Incidents().services("gateway", "ledger").host("h1").calls("gateway", "ledger")
                .suffers("gateway", Signal.LATENCY).latency("gateway", 0.1, 0.65);
        for (int i = 0; i < latencies.length; i++) {
            incident.instance("ledger-" + (i + 1), "ledger", "h1").latency("ledger-" + (i + 1), 0.05, latencies[i]);
        }
        return incident.rank(CandidateLevel.ANY);
    }

    private static Cause top(Ranking ranking) {
        return ranking.causes().getFirst();
    }
}
