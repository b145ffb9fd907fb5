package dev.faultline.rca.engine;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.incident.Distinction;
import dev.faultline.graph.incident.Distinction.Missing;
import dev.faultline.graph.incident.Distinction.Observation;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.CandidateLevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DistinctionsTest {
    private final Incidents incident = new Incidents().services("gateway", "trading", "store").host("h1").instance("store-1", "store", "h1")
            .calls("gateway", "trading").calls("trading", "store").suffers("gateway", Signal.LATENCY).latency("gateway", 0.2, 1.2)
            .latency("trading", 0.15, 1.15);

    @Test
    void theUnobservedCalleeIsToldByTheLatencyThatNobodyMeasured() {
        Ranking ranking = incident.rank(CandidateLevel.SERVICE);
        int store = rankOf(ranking, "store");

        Distinction distinction = ranking.distinctions().stream().filter(one -> one.otherRank() == store || store == 1).findFirst()
                .orElseThrow();

        assertThat(distinction.missing()).anySatisfy(missing -> {
            assertThat(missing.ciId()).isEqualTo("store");
            assertThat(missing.observation()).isEqualTo(Observation.LATENCY);
            assertThat(missing.term()).isEqualTo("unexplained");
        });
        assertThat(distinction.sentence()).contains("latency series of store").contains("leads");
    }

    @Test
    void whatIsObservedIsNotMissing() {
        incident.latency("store", 0.05, 1.05).metric("store", "cpu.percent", 20, 21).metric("h1", "cpu.percent", 20, 21);

        Distinction distinction = incident.rank(CandidateLevel.SERVICE).distinctions().getFirst();

        assertThat(distinction.missing()).filteredOn(missing -> missing.ciId().equals("store") || missing.ciId().equals("h1"))
                .extracting(Missing::observation).as("no spans, as nobody keeps any").containsOnly(Observation.LOGS);
    }

    @Test
    void theHostBelowACandidateIsNamedWhereNothingIsKnownOfIt() {
        incident.latency("store", 0.05, 1.05);

        List<Distinction> distinctions = incident.rank(CandidateLevel.SERVICE).distinctions();

        assertThat(distinctions).isNotEmpty()
                .anySatisfy(one -> assertThat(one.missing()).extracting(Missing::ciId, Missing::observation)
                        .contains(tuple("h1", Observation.RESOURCE)).doesNotContain(tuple("h1", Observation.LATENCY)));
    }

    @Test
    void onlyWhatClosesTheGapCouldTurnTheOrder() {
        for (Distinction distinction : incident.rank(CandidateLevel.SERVICE).distinctions()) {
            assertThat(distinction.gap()).isNotNegative();
            assertThat(distinction.missing()).allSatisfy(missing -> assertThat(missing.couldTurn())
                    .isEqualTo(missing.rank() == distinction.otherRank() && missing.couldAdd() > distinction.gap()));
        }
    }

    private static int rankOf(Ranking ranking, String ciId) {
        return ranking.causes().stream().filter(cause -> cause.ciId().equals(ciId)).findFirst().orElseThrow().rank();
    }
}
