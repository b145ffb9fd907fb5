package dev.faultline.rca.engine;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.Term;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.CandidateLevel;

import static org.assertj.core.api.Assertions.assertThat;

/// A broker on one host that nobody measures, with an alert at the service that takes longest: what all of it suffers together comes from the host, what begins at one service does not.
class StrainedHostTest {
    private static final double NORMAL_CALLS = 100;
    private static final List<String> CHAIN = List.of("gateway", "trading", "risk", "store");
    private static final Map<String, Double> OWN_SECONDS = Map.of("gateway", 0.02, "trading", 0.05, "risk", 0.3, "store", 0.02, "quotes",
            0.03);

    @Test
    void hostThatSlowsAllByALikeFactorIsTheCauseThoughOneServiceLosesMostTime() {
        assertThat(top(ranking(Map.of("gateway", 2.0, "trading", 2.0, "risk", 3.0, "store", 2.0, "quotes", 2.0)))).isEqualTo("host");
    }

    @Test
    void serviceThatSlowsItsCallersIsTheCauseAndNotTheHostOfAll() {
        assertThat(top(ranking(Map.of("risk", 3.0)))).isEqualTo("risk");
    }

    @Test
    void serviceThatIsSlowWhileOthersStrayALittleIsTheCauseAndNotTheHostOfAll() {
        assertThat(top(ranking(Map.of("gateway", 1.05, "trading", 1.05, "risk", 1.05, "store", 10.0, "quotes", 1.05)))).isEqualTo("store");
    }

    @Test
    void hostIsNotBlamedWhereAllIsSlowBecauseMoreIsAsked() {
        Ranking ranking = ranking(Map.of("gateway", 3.0, "trading", 3.0, "risk", 3.0, "store", 3.0, "quotes", 3.0), 400);

        assertThat(top(ranking)).isNotEqualTo("host");
        assertThat(ranking.causes()).filteredOn(cause -> cause.ciId().equals("host")).flatExtracting(Cause::terms).extracting(Term::name)
                .doesNotContain("unexplained");
    }

    private static String top(Ranking ranking) {
        return ranking.top().orElseThrow().ciId();
    }

    private static Ranking ranking(Map<String, Double> factors) {
        return ranking(factors, NORMAL_CALLS);
    }

    /// @param factors how much longer each service takes itself; 1 where none is given
    /// @param calls how often each is called in a minute in the end
    private static Ranking ranking(Map<String, Double> factors, double calls) {
        Incidents incident = new Incidents().host("host").services("gateway", "trading", "risk", "store", "quotes")
                .calls("gateway", "trading").calls("trading", "risk").calls("risk", "store").calls("gateway", "quotes")
                .suffers("gateway", Signal.LATENCY).alert("slow", "risk");
        for (String service : OWN_SECONDS.keySet()) {
            incident.instance(service + "-1", service, "host").metric(service + "-1", "requests.sum", NORMAL_CALLS, calls)
                    .metric(service + "-1", "latency.average", seconds(service, Map.of()), seconds(service, factors));
        }
        return incident.rank(CandidateLevel.ANY);
    }

    /// What a service and those that it calls take together.
    private static double seconds(String service, Map<String, Double> factors) {
        double own = OWN_SECONDS.getOrDefault(service, 0.0) * factors.getOrDefault(service, 1.0);
        int position = CHAIN.indexOf(service);
        double next = position >= 0 && position + 1 < CHAIN.size() ? seconds(CHAIN.get(position + 1), factors) : 0;
        return own + next + (service.equals("gateway") ? seconds("quotes", factors) : 0);
    }
}
