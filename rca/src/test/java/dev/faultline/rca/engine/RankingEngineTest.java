package dev.faultline.rca.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.Term;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.CandidateLevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RankingEngineTest {

    private static Incidents chain() {
        return new Incidents().services("gateway", "trading", "risk", "store", "quotes").calls("gateway", "trading")
                .calls("gateway", "quotes").calls("trading", "risk").calls("risk", "store").suffers("gateway", Signal.LATENCY);
    }

    private static Incidents slowStore() {
        return chain().latency("gateway", 0.2, 1.2).latency("trading", 0.15, 1.15).latency("risk", 0.1, 1.1).latency("store", 0.05, 1.05)
                .latency("quotes", 0.03, 0.03);
    }

    @Test
    void slowDependencyAtTheEndOfTheChainIsTheCause() {
        Ranking ranking = slowStore().rank(CandidateLevel.ANY);
        Cause top = ranking.top().orElseThrow();
        assertThat(top.ciId()).isEqualTo("store");
        assertThat(top.kind()).isEqualTo(CauseKind.LATENCY);
        assertThat(top.path()).extracting(step -> step.toId()).containsExactly("risk", "trading", "gateway");
        assertThat(value(top, "unexplained")).isGreaterThan(0.5);
    }

    @Test
    void slownessOfItsOwnStaysWithTheCaller() {
        Ranking ranking = chain().latency("gateway", 0.2, 1.2).latency("trading", 0.15, 1.15).latency("risk", 0.1, 0.1)
                .latency("store", 0.05, 0.05).latency("quotes", 0.03, 0.03).rank(CandidateLevel.ANY);
        assertThat(ranking.top().orElseThrow().ciId()).isEqualTo("trading");
    }

    @Test
    void unobservedComponentIsPassed() {
        Ranking ranking = chain().latency("gateway", 0.2, 1.2).latency("store", 0.05, 1.05).latency("quotes", 0.03, 0.03)
                .rank(CandidateLevel.ANY);
        assertThat(ranking.top().orElseThrow().ciId()).isEqualTo("store");
        assertThat(ranking.top().orElseThrow().evidenceAgainst()).anyMatch(sentence -> sentence.contains("show no anomaly"));
    }

    @Test
    void scoreIsTheSumOfItsTerms() {
        for (Cause cause : slowStore().rank(CandidateLevel.ANY).causes()) {
            assertThat(cause.terms().stream().mapToDouble(Term::contribution).sum()).isCloseTo(cause.score(), within(1e-12));
        }
    }

    @Test
    void nothingAnomalousIsUnknown() {
        Ranking ranking = chain().latency("gateway", 0.2, 0.2).latency("store", 0.05, 0.05).rank(CandidateLevel.ANY);
        assertThat(ranking.unknown()).isTrue();
        assertThat(ranking.top()).isEmpty();
        assertThat(ranking.summary()).startsWith("unknown");
    }

    @Test
    void badReleaseOnOneOfThreeInstancesIsFoundBesideAnInnocentOne() {
        Incidents incident = new Incidents().services("gateway", "orders", "mail").host("h1").host("h2").calls("gateway", "orders")
                .calls("gateway", "mail").suffers("gateway", Signal.ERRORS).metric("gateway", "error_rate", 0.0, 0.2);
        for (int i = 1; i <= 3; i++) {
            incident.instance("orders-" + i, "orders", "h1").metric("orders-" + i, "error_rate", 0.0, i == 2 ? 0.6 : 0.0)
                    .instance("mail-" + i, "mail", "h2").metric("mail-" + i, "error_rate", 0.0, 0.0);
        }
        Cause top = incident.deployed("orders", 5, "orders-2").deployed("mail", 2, "mail-1").rank(CandidateLevel.ANY).top().orElseThrow();
        assertThat(top.ciId()).isEqualTo("orders-2");
        assertThat(top.kind()).isEqualTo(CauseKind.CHANGE);
        assertThat(top.deploymentId()).isEqualTo("release-orders");
    }

    @Test
    void componentThatStoppedReportingIsSuspected() {
        Ranking ranking = new Incidents().services("gateway", "cache", "quotes").calls("gateway", "cache").calls("gateway", "quotes")
                .suffers("gateway", Signal.SILENCE).latency("gateway", 0.1, 0.1).latency("cache", 0.01, Double.NaN)
                .latency("quotes", 0.01, 0.01).rank(CandidateLevel.ANY);
        Cause top = ranking.top().orElseThrow();
        assertThat(top.ciId()).isEqualTo("cache");
        assertThat(value(top, "silence")).isGreaterThan(0.4);
    }

    @Test
    void releaseWhoseHarmIsOverIsNotBlamedForWhatBeganLater() {
        Ranking ranking = slowStore().services("mail").calls("gateway", "mail").host("h").instance("mail-1", "mail", "h")
                .instance("mail-2", "mail", "h").metric("mail-1", "errors.sum", minute -> minute >= 15 && minute < 24 ? 40 : 0)
                .metric("mail-2", "errors.sum", minute -> 0).deployed("mail", 15, "mail-1").rank(CandidateLevel.ANY);
        assertThat(ranking.top().orElseThrow().ciId()).isEqualTo("store");
        assertThat(ranking.causes().stream().filter(cause -> cause.ciId().startsWith("mail")).mapToDouble(cause -> value(cause, "change"))
                .max().orElse(0)).isLessThan(0.2);
    }

    @Test
    void strainedHostUnderManySymptomsIsTheCause() {
        Incidents incident = new Incidents().services("a", "b", "c", "d").host("busy").host("idle").suffers("a", Signal.RESOURCE)
                .suffers("b", Signal.RESOURCE).metric("busy", "cpu_percent", 20, 98).metric("idle", "cpu_percent", 20, 20);
        for (String service : List.of("a", "b", "c", "d")) {
            boolean sick = service.equals("a") || service.equals("b");
            incident.instance(service + "-1", service, sick ? "busy" : "idle").latency(service + "-1", 0.1, sick ? 0.5 : 0.1);
        }
        assertThat(incident.rank(CandidateLevel.ANY).top().orElseThrow().ciId()).isEqualTo("busy");
    }

    @Test
    void switchUnderAllThatIsSlowIsTheCauseAndNotTheRackThatStandsUnderTheHealthyToo() {
        Ranking ranking = twoSwitches("a", "b", "c").rank(CandidateLevel.ANY);
        Cause top = ranking.top().orElseThrow();
        assertThat(top.ciId()).isEqualTo("switch-1");
        assertThat(top.path()).extracting(step -> step.via()).containsExactly("CARRIES", "HOSTS");
        assertThat(value(top, "sharedFate")).isGreaterThan(0.9);
    }

    @Test
    void oneSlowServiceIsTheCauseAndNotWhatItStandsOn() {
        assertThat(twoSwitches("b").rank(CandidateLevel.ANY).top().orElseThrow().ciId()).startsWith("b");
    }

    /// Six services, each on a host of its own in one rack; a, b and c are behind one switch and the others behind another.
    private static Incidents twoSwitches(String... slow) {
        Incidents incident = new Incidents().services("a", "b", "c", "d", "e", "f");
        for (String service : List.of("a", "b", "c", "d", "e", "f")) {
            boolean sick = List.of(slow).contains(service);
            String host = "host-" + service;
            incident.host(host).instance(service + "-1", service, host).latency(service + "-1", 0.1, sick ? 0.5 : 0.1)
                    .linked("CONNECTED_TO", service.compareTo("d") < 0 ? "switch-1" : "switch-2", "NetworkDevice", host, "Host")
                    .linked("LOCATED_IN", host, "Host", "rack", "Rack");
            if (sick) {
                incident.suffers(service, Signal.LATENCY);
            }
        }
        return incident;
    }

    @Test
    void rareAlertTellsMoreThanManyCommonOnes() {
        Incidents incident = new Incidents().services("noisy", "quiet").alert("full", "quiet");
        for (int i = 0; i < 3; i++) {
            incident.alert("chatter-" + i, "noisy");
        }
        AlertHistory history = new AlertHistory(100, Map.of("chatter-0", 95, "chatter-1", 96, "chatter-2", 94, "full", 1));
        assertThat(incident.rank(CandidateLevel.INSTANCE, history).causes().getFirst().ciId()).isEqualTo("quiet");
        assertThat(incident.rank(CandidateLevel.INSTANCE).causes().getFirst().ciId()).isEqualTo("noisy");
    }

    @Test
    void orderOfTheInputDoesNotMatter() {
        Ranking expected = slowStore().rank(CandidateLevel.ANY);
        for (int seed = 0; seed < 5; seed++) {
            Incidents shuffled = slowStore();
            Random random = new Random(seed);
            Collections.shuffle(shuffled.nodes, random);
            Collections.shuffle(shuffled.calls, random);
            Collections.shuffle(shuffled.series, random);
            assertThat(shuffled.rank(CandidateLevel.ANY)).isEqualTo(expected);
        }
    }

    @Test
    void serviceLevelNamesServicesOnly() {
        Incidents incident = slowStore().host("h").instance("store-1", "store", "h").metric("store-1", "cpu_percent", 10, 99);
        assertThat(incident.rank(CandidateLevel.SERVICE).causes()).extracting(Cause::ciId).doesNotContain("store-1", "h")
                .startsWith("store");
    }

    private static double value(Cause cause, String term) {
        return cause.terms().stream().filter(one -> one.name().equals(term)).mapToDouble(Term::value).max().orElse(0);
    }
}
