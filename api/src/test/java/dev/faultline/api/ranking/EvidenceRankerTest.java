package dev.faultline.api.ranking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.explanation.PackedInput;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.log.LogWindow;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.evidence.LogMinutes;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceRankerTest extends RankedShop {
    @Test
    void aFaultOfLessThanAMinuteShowsInTheCallsOfItsSeconds() {
        calls(slower(400, "web", "shop", "db"), 40);

        Cause top = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst();

        assertThat(top.ciId()).isEqualTo("db");
        assertThat(top.terms()).extracting("name").contains("unexplained", "deviation");
    }

    @Test
    void aHostThatIsOutOfProcessorTimeIsBlamedForAllThatRunsOnIt() {
        calls((callee, secondsAgo) -> normalMillis(callee) + (secondsAgo < FAULT_SECONDS ? moreMillis(callee, 300, 200, 100) : 0), 40);
        metrics = (ciIds, from, to, missing) -> ciIds.contains("host-1") ? List.of(processors(98)) : List.of();

        List<Cause> causes = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY), alarm("db", Signal.LATENCY),
                alarm("host-1", Signal.RESOURCE));

        assertThat(causes.getFirst().ciId()).as(causes::toString).isEqualTo("host-1");
    }

    @Test
    void whoLogsErrorsThatNobodyLoggedBeforeIsBlamedAndTheInputHoldsTheLines() {
        logs = (ciIds, from, window, missing) -> {
            long to = window.to().getEpochSecond() / 60 + 1;
            return LogMinutes.of(List.of(new LogWindow("shop", to - 9, LogLevel.INFO, "", 80, List.of()),
                    new LogWindow("shop", to - 1, LogLevel.ERROR, "ERROR out of stock", 50,
                            List.of(new LogSample("out of stock: 7", "")))),
                    from.getEpochSecond() / 60, to, to - 2);
        };

        Ranked ranked = ranked(alarm("web", Signal.ERRORS));

        assertThat(ranked.ranking().causes().getFirst().ciId()).isEqualTo("shop");
        assertThat(ranked.ranking().causes().getFirst().evidenceFor()).anySatisfy(one -> assertThat(one).contains("out of stock: 7"));
        assertThat(PackedInput.of(ranked.input()).unpack().evidence().observed().logSeries()).hasSize(2);
    }

    @Test
    void aBusyHostIsNotBlamedWhereItIsAsBusyAsEver() {
        calls(slower(400, "web", "shop", "db"), 40);
        metrics = (ciIds, from, to, missing) -> ciIds.contains("host-1") ? List.of(processors(62)) : List.of();

        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("db");
    }

    @Test
    void aTopologyThatIsYoungerThanTheMomentIsTold() {
        calls(CALM, 40);
        topologyAsOf = NOW.plus(Duration.ofHours(1));

        assertThat(ranked(alarm("web", Signal.LATENCY)).basis().limits()).containsExactly("topology-later");
    }

    @Test
    void workOnAHostIsWeighedAsAChangeOfIt() {
        calls(slower(400, "web", "shop", "db"), 40);
        work = List.of(new Suppression("maintenance-1", new SuppressionScope.OfCis(List.of("host-1", "far-away"), null),
                NOW.minusSeconds(FAULT_SECONDS + 10), NOW.plusSeconds(3_600), "ann", "new kernel", NOW.minusSeconds(3_600), null));

        Ranked ranked = ranked(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY));

        assertThat(ranked.basis().deploymentIds()).containsExactly("maintenance-1");
        assertThat(ranked.ranking().causes()).filteredOn(cause -> cause.ciId().equals("host-1")).singleElement().satisfies(host -> {
            assertThat(host.terms()).filteredOn(term -> term.name().equals("change")).singleElement()
                    .satisfies(change -> assertThat(change.evidence()).contains("maintenance-1"));
        });
    }

    @Test
    void evidenceThatIsMissingIsToldAndWhatIsThereIsRanked() {
        calls(slower(400, "web", "shop", "db"), 40);
        metrics = (ciIds, from, to, missing) -> {
            missing.accept("metrics-unavailable");
            return List.of();
        };

        Ranked ranked = ranked(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY));

        assertThat(ranked.basis().limits()).containsExactly("metrics-unavailable");
        assertThat(ranked.ranking().causes().getFirst().ciId()).isEqualTo("db");
    }

    @Test
    void warningsThatWereThereLongBeforeTheFaultDoNotHideIt() {
        calls(slower(400, "web", "shop", "db"), 40);

        assertThat(rank(ambient(52), ambient(40), ambient(27), ambient(14), alarm("web", Signal.LATENCY)).getFirst().ciId())
                .isEqualTo("db");
    }

    @Test
    void anAlertThatJoinsEveryIncidentTellsLessThanARareOne() {
        history = new AlertHistory(20, Map.of("web-LATENCY", 20));

        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("shop");
    }

    @Test
    void aComponentWithManyEndpointsDoesNotHideItsNeighbours() {
        List<CallEdge> edges = new ArrayList<>(List.of(edge("web", "shop"), edge("web", "ledger")));
        for (int endpoint = 0; endpoint < 700; endpoint++) {
            edges.add(new CallEdge("a" + endpoint, "web", "aggregator", null, "GET /" + endpoint, CallKind.HTTP));
        }

        List<CallEdge> chosen = CallEvidence.chosen(edges, Set.of(), 100);

        assertThat(chosen).hasSize(100).extracting(CallEdge::calleeId).contains("shop", "ledger");
    }
}
