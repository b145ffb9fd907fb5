package dev.faultline.api.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.faultline.api.explanation.Explainer;
import dev.faultline.api.explanation.Explanation;
import dev.faultline.api.explanation.Explanation.Outcome;
import dev.faultline.api.explanation.InputRetirement;
import dev.faultline.api.incident.SmallEstate.Fault;
import dev.faultline.api.incident.SmallEstate.Flow;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentOutcome;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentFilter;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.outbox.OutboxStore;
import dev.faultline.graph.outbox.OutgoingNotice;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.test.Neo4jTest;

import static dev.faultline.api.incident.SmallEstate.firing;
import static dev.faultline.api.incident.SmallEstate.resolved;
import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class IncidentPartsIT {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final Instant now = Instant.now();
    private final Instant alarm = now.minusSeconds(60);
    private final RunningParts running;
    private final SmallEstate estate;

    IncidentPartsIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.running = new RunningParts(graph);
        this.estate = new SmallEstate(endpoint);
    }

    @AfterEach
    void close() {
        running.close();
        estate.close();
    }

    @Test
    void blamesTheSlowCalleeRatherThanItsCallers() {
        begin((edge, ago, normal) -> ago > 3 ? normal : switch (edge) {
            case "lb>web", "web>shop-1", "web>shop-2", "web>shop-3", "shop>db" -> normal.slower(400);
            default -> normal;
        });

        running.accept(firing("web", Signal.LATENCY, alarm), firing("shop", Signal.LATENCY, alarm.plusSeconds(5)));

        assertThat(topOf(ranked(2))).satisfies(top -> {
            assertThat(top.ciId()).isEqualTo("db");
            assertThat(top.terms()).isNotEmpty();
            assertThat(top.evidenceFor()).isNotEmpty();
        });
    }

    @Test
    void blamesTheReleaseOnOneOfThreeInstances() {
        begin((edge, ago, normal) -> ago > 3 ? normal : switch (edge) {
            case "web>shop-2" -> normal.failing(0.5);
            case "lb>web" -> normal.failing(0.17);
            default -> normal;
        });
        running.deployments().save(new Deployment("release-7", "shop", "6", "7", List.of("shop-2"), List.of(), now.minusSeconds(260),
                now.minusSeconds(240), "ann", DeploymentOutcome.SUCCEEDED, List.of()));

        running.accept(firing("web", Signal.ERRORS, alarm));

        assertThat(topOf(ranked(1))).satisfies(top -> {
            assertThat(top.ciId()).isIn("shop", "shop-2");
            assertThat(top.deploymentId()).isEqualTo("release-7");
        });
    }

    @Test
    void blamesTheInstanceThatFellSilent() {
        begin((edge, ago, normal) -> ago > 3 ? normal : switch (edge) {
            case "web>shop-2" -> Flow.NONE;
            case "web>shop" -> new Flow(600, 600, 5_000);
            case "lb>web" -> normal.failing(0.3);
            default -> normal;
        });

        running.accept(firing("web", Signal.ERRORS, alarm));

        Cause top = topOf(ranked(1));
        assertThat(top.ciId()).as(top::toString).isIn("shop", "shop-2");
    }

    @Test
    void opensNothingWhileNothingFires() throws InterruptedException {
        begin((edge, ago, normal) -> normal);

        running.accept(resolved("web", Signal.LATENCY, alarm, now));
        Thread.sleep(2_000);

        assertThat(running.store().page(IncidentFilter.ALL, null, 10).incidents()).isEmpty();
    }

    @Test
    void makesOneIncidentOfAStorm() {
        begin((edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        List<AlertNotice> storm = Stream.of("lb", "web", "shop", "shop-1", "shop-2", "shop-3", "db", "catalog")
                .flatMap(ci -> Stream.of(Signal.values()).map(signal -> firing(ci, signal, alarm))).toList();

        storm.parallelStream().forEach(running::accept);

        Incident incident = ranked(storm.size());
        assertThat(running.store().page(IncidentFilter.ALL, null, 10).incidents()).hasSize(1);
        assertThat(running.store().rankings(incident.id(), null, 500).size()).as("far fewer rankings than alerts")
                .isLessThan(storm.size() / 2);
    }

    @Test
    void resolvesAnIncidentAfterItsLastAlertAndKeepsItsRanking() {
        estate.write(now, (edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        running.start(new IncidentTimes(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(2),
                Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMillis(200)));
        running.accept(firing("web", Signal.LATENCY, alarm));
        Incident open = ranked(1);

        running.accept(resolved("web", Signal.LATENCY, alarm, Instant.now()));

        Eventually.await(WAIT_MAX, () -> running.store().byId(open.id()).orElseThrow().state() == IncidentState.RESOLVED);
        assertThat(running.store().latestRankings(List.of(open.id()))).isNotEmpty();
        assertThat(running.store().open()).isEmpty();
    }

    @Test
    void ranksOpenIncidentsAgainAfterARestart() {
        begin((edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        running.accept(firing("web", Signal.LATENCY, alarm));
        Incident before = ranked(1);
        running.stop();

        running.accept(firing("shop", Signal.LATENCY, alarm));
        running.start(IncidentTimes.DEFAULT);

        Incident after = ranked(2);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(latest(after).version()).isGreaterThan(1);
    }

    @Test
    void keepsUpWhileAlertsPourIn() {
        begin((edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        List<AlertNotice> pouring = IntStream.range(0, 60)
                .mapToObj(i -> firing(i % 2 == 0 ? "web" : "shop", Signal.LATENCY, alarm.plusSeconds(i)))
                .toList();

        pouring.forEach(running::accept);

        assertThat(ranked(2).alertKeys()).hasSize(2);
    }

    @Test
    void explainsARankingAsItWasThoughSpansCameLateAndTheGraphChanged() {
        begin((edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        running.accept(firing("web", Signal.LATENCY, alarm));
        RankingVersion stored = latest(ranked(1));
        running.stop();

        estate.addLateSpans();
        estate.forget("db");

        Explanation explanation = new Explainer(running.graph()).explain(stored);
        assertThat(explanation.differences()).isEmpty();
        assertThat(explanation.outcome()).isEqualTo(Outcome.SAME);
        assertThat(explanation.sentence()).contains("1 alert,").contains(stored.ranking().rulesVersion());
        running.start(IncidentTimes.DEFAULT);
        Eventually.await(WAIT_MAX, () -> running.store().latestRankings(List.of(stored.incidentId())).values().stream()
                .anyMatch(newer -> newer.version() > stored.version() && !newer.ranking().causes().equals(stored.ranking().causes())));
    }

    @Test
    void saysThatWhatARankingWasComputedFromIsGone() {
        begin((edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        running.accept(firing("web", Signal.LATENCY, alarm));
        RankingVersion stored = latest(ranked(1));
        running.stop();
        InputRetirement retirement = new InputRetirement(running.graph(), Duration.ofDays(1), 0, Clock.systemUTC(),
                new SimpleMeterRegistry());

        assertThat(retirement.retire()).isPositive();

        retirement.close();
        Explanation explanation = new Explainer(running.graph()).explain(stored);
        assertThat(explanation.outcome()).isEqualTo(Outcome.GONE);
        assertThat(explanation.sentence()).contains("ranking.inputs-bytes-max");
    }

    @Test
    void whatOthersAreToBeToldIsStoredWithTheIncident() {
        running.tellOthers();
        begin((edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        running.accept(firing("web", Signal.LATENCY, alarm));

        Incident incident = ranked(1);

        List<OutgoingNotice> notices = new OutboxStore(running.graph()).due(Instant.now().plusSeconds(60), 10);
        assertThat(notices).extracting(OutgoingNotice::event).contains("incident.opened", "incident.ranked");
        assertThat(notices)
                .allSatisfy(notice -> assertThat(notice.body()).contains("http://faultline.example/api/v1/incidents/" + incident.id()));
    }

    private void begin(Fault fault) {
        estate.write(now, fault);
        running.start(IncidentTimes.DEFAULT);
    }

    /// Waits for the one incident to have this many alerts and a ranking that knew them all.
    private Incident ranked(int alerts) {
        return Eventually.get(WAIT_MAX, () -> running.store().open().stream().findFirst()
                .filter(incident -> incident.alertKeys().size() == alerts).filter(incident -> running.store()
                        .latestRankings(List.of(incident.id())).values().stream()
                        .anyMatch(ranking -> ranking.basis().alertCount() == alerts)));
    }

    private RankingVersion latest(Incident incident) {
        return running.store().latestRankings(List.of(incident.id())).values().iterator().next();
    }

    private Cause topOf(Incident incident) {
        RankingVersion latest = latest(incident);
        assertThat(latest.ranking().unknown()).as(() -> latest.ranking().toString()).isFalse();
        return latest.ranking().causes().getFirst();
    }
}
