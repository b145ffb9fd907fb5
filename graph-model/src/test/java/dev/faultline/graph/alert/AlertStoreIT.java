package dev.faultline.graph.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.faultline.graph.alert.notice.AlertEpisode;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertNotices;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Neo4jTest
class AlertStoreIT {

    private static final Instant T = AlertSamples.T;

    private final GraphConnection graph;
    private final Neo4jEndpoint endpoint;
    private final AlertQueries queries;
    private AlertStore store;

    AlertStoreIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.graph = graph;
        this.endpoint = endpoint;
        queries = new AlertQueries(graph);
        store = AlertStore.open(graph, AlertSamples.READER);
    }

    @BeforeEach
    void open() {
        store.close();
        store = AlertStore.open(graph, AlertSamples.READER);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasAcceptedCanBeReadWhole() {
        AlertSamples.service(endpoint, "s1", "quotes");

        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));

        assertThat(queries.byKeys(List.of("test:a"))).containsExactly(new Alert("test:a", "test", "a", "HighLatency", AlertState.FIRING,
                Severity.CRITICAL, dev.faultline.graph.symptom.Signal.LATENCY, T, null, T.plusSeconds(1), 0,
                Map.of("alertname", "HighLatency", "service", "quotes"), Map.of("summary", "slow"), new Subject.OfCi("s1")));
        assertThat(AlertSamples.linked(endpoint, "test:a")).containsExactly("s1");
    }

    @Test
    void repeatsAreCountedOnOneAlert() {
        for (int i = 0; i < 3; i++) {
            store.accept(List.of(AlertSamples.firing("a", "quotes", 0), AlertSamples.firing("a", "quotes", 0)));
        }

        assertThat(queries.page(AlertFilter.ALL, null, 10).alerts()).singleElement().extracting(Alert::repeats).isEqualTo(5L);
    }

    @Test
    void aResolveThatOvertookItsFiringStaysResolved() {
        store.accept(List.of(AlertSamples.resolved("a", "quotes", 0, 30)));
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));

        assertThat(queries.byKeys(List.of("test:a"))).singleElement().extracting(Alert::resolvedAt).isEqualTo(T.plusSeconds(30));
    }

    @Test
    void earlierEpisodesAreKeptAndReadAsOfTheirTime() {
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));
        store.accept(List.of(AlertSamples.resolved("a", "quotes", 0, 60)));
        store.accept(List.of(AlertSamples.firing("a", "quotes", 600)));

        assertThat(queries.episodes("test:a")).hasSize(2);
        assertThat(firingAt(-1)).isEmpty();
        assertThat(queries.firingAt(T.plusSeconds(30), "", 10)).singleElement().extracting(Alert::startsAt).isEqualTo(T);
        assertThat(firingAt(60)).isEmpty();
        assertThat(queries.firingAt(T.plusSeconds(700), "", 10)).singleElement().extracting(Alert::startsAt).isEqualTo(T.plusSeconds(600));
    }

    @Test
    void anAlertWaitsUnboundUntilItsCiAppears() {
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0), AlertSamples.firing("b", "elsewhere", 0)));
        assertThat(queries.page(new AlertFilter(null, null, null, null, null, true), null, 10).alerts()).hasSize(2);
        var changes = new CopyOnWriteArrayList<AlertChange>();
        store.onChange(changes::addAll);

        AlertSamples.service(endpoint, "s1", "quotes");
        store.rebind();

        assertThat(queries.page(new AlertFilter(null, null, null, null, null, true), null, 10).alerts()).extracting(Alert::fingerprint)
                .containsExactly("b");
        assertThat(queries.byCiIds(List.of("s1"), 10).get("s1")).extracting(Alert::fingerprint).containsExactly("a");
        assertThat(AlertSamples.linked(endpoint, "test:a")).containsExactly("s1");
        assertThat(changes).singleElement().satisfies(change -> assertThat(change.after().subject()).isEqualTo(new Subject.OfCi("s1")));
    }

    @Test
    void aNameOfTwoCisBindsNothing() {
        AlertSamples.service(endpoint, "s1", "quotes");
        AlertSamples.service(endpoint, "s2", "quotes");

        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));

        assertThat(queries.byKeys(List.of("test:a"))).singleElement().extracting(Alert::subject).isNull();
    }

    @Test
    void anAlertOnCallsIsLinkedToTheirCallEdges() {
        AlertSamples.service(endpoint, "s1", "gateway");
        AlertSamples.service(endpoint, "s2", "quotes");
        AlertSamples.calls(endpoint, "e1", "s1", "s2");
        AlertSamples.calls(endpoint, "e2", "s1", "s2");

        store.accept(
                List.of(AlertSamples.notice("a", Map.of("alertname", "SlowCalls", "caller", "gateway", "callee", "quotes"), 0, null, 1)));

        assertThat(queries.byKeys(List.of("test:a"))).singleElement().extracting(Alert::subject)
                .isEqualTo(new Subject.OfCalls("s1", "s2"));
        assertThat(AlertSamples.linked(endpoint, "test:a")).containsExactlyInAnyOrder("e1", "e2");
        assertThat(queries.byCiIds(List.of("s2"), 10).get("s2")).hasSize(1);
        assertThat(queries.page(new AlertFilter(null, "s1", null, null, null, false), null, 10).alerts()).hasSize(1);
    }

    @Test
    void pagesShowEveryAlertOnce() {
        store.accept(IntStream.range(0, 25).mapToObj(i -> AlertSamples.firing("f" + i, "quotes", i / 10)).toList());
        var seen = new ArrayList<String>();
        String next = null;
        do {
            AlertPage page = queries.page(AlertFilter.ALL, next, 7);
            page.alerts().forEach(alert -> seen.add(alert.key()));
            next = page.next();
        } while (next != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(new HashSet<>(seen.subList(0, 5))).allMatch(key -> key.startsWith("test:f2"));
    }

    @Test
    void filtersNarrowAPage() {
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0), AlertSamples.resolved("b", "Trading", 100, 130)));

        assertThat(queries.page(new AlertFilter(AlertState.RESOLVED, null, null, null, null, false), null, 10).alerts())
                .extracting(Alert::fingerprint).containsExactly("b");
        assertThat(queries.page(new AlertFilter(null, null, null, null, "trading", false), null, 10).alerts())
                .extracting(Alert::fingerprint).containsExactly("b");
        assertThat(queries.page(new AlertFilter(null, null, T.plusSeconds(50), null, null, false), null, 10).alerts())
                .extracting(Alert::fingerprint).containsExactly("b");
        assertThat(queries.page(new AlertFilter(null, null, null, T.plusSeconds(50), null, false), null, 10).alerts())
                .extracting(Alert::fingerprint).containsExactly("a");
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> queries.page(AlertFilter.ALL, "nonsense", 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void whatChangedIsToldAndRepeatsAreNot() {
        var changes = new CopyOnWriteArrayList<AlertChange>();
        store.onChange(changes::addAll);

        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));
        store.accept(List.of(AlertSamples.resolved("a", "quotes", 0, 30)));

        assertThat(changes).extracting(change -> change.after().state()).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(changes.getFirst().before()).isNull();
    }

    @Test
    void aRepeatIsJoinedWithWhatAnotherFaultlineStoredInTheMeantime() {
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));
        try (var other = AlertStore.open(graph, AlertSamples.READER)) {
            other.accept(List.of(AlertSamples.resolved("a", "quotes", 0, 30)));
        }

        store.accept(List.of(AlertSamples.firing("a", "quotes", 0), AlertSamples.firing("b", "quotes", 0)));
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));

        assertThat(queries.byKeys(List.of("test:a"))).singleElement().satisfies(alert -> {
            assertThat(alert.resolvedAt()).isEqualTo(T.plusSeconds(30));
            assertThat(alert.repeats()).isEqualTo(2);
        });
        assertThat(queries.byKeys(List.of("test:b"))).hasSize(1);
    }

    @Test
    void aRepeatMovesTheTimeAtWhichAnAlertWasSeenLast() {
        store.accept(List.of(AlertSamples.firing("a", "quotes", 0)));
        Map<String, String> labels = AlertSamples.firing("a", "quotes", 0).labels();

        store.accept(List.of(AlertSamples.notice("a", labels, 0, null, 90)));

        assertThat(queries.byKeys(List.of("test:a"))).singleElement().extracting(Alert::lastSeenAt).isEqualTo(T.plusSeconds(90));
        assertThat(queries.episodes("test:a")).singleElement().extracting(AlertEpisode::firingSeenAt).isEqualTo(T.plusSeconds(90));
    }

    @Test
    void twoFaultlinesThatTakeTheSameNoticesEndInTheSameStateAndLoseNone() throws Exception {
        AlertSamples.service(endpoint, "s1", "quotes");
        var notices = new ArrayList<AlertNotice>();
        for (int i = 0; i < 2_000; i++) {
            int start = (i % 4) * 600;
            notices.add(i % 3 == 0
                    ? AlertSamples.resolved("f" + i % 20, "quotes", start, start + 60)
                    : AlertSamples.firing("f" + i % 20, "quotes", start));
        }
        Collections.shuffle(notices, new Random(7));
        var sent = new ArrayList<Future<?>>();
        try (var other = AlertStore.open(graph, AlertSamples.READER); var senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < notices.size(); i += 10) {
                List<AlertNotice> part = notices.subList(i, i + 10);
                AlertStore taker = i % 20 == 0 ? store : other;
                sent.add(senders.submit(() -> taker.accept(part)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }

        var expected = notices.stream().map(AlertNotices::of).collect(java.util.stream.Collectors.toMap(AlertNotices::key, each -> each,
                AlertNotices::join));
        List<Alert> alerts = queries.page(AlertFilter.ALL, null, 100).alerts();
        assertThat(alerts).hasSize(20).allSatisfy(alert -> {
            AlertNotices all = Objects.requireNonNull(expected.get(alert.key()));
            assertThat(queries.episodes(alert.key())).isEqualTo(all.episodes());
            assertThat(alert.repeats()).isEqualTo(all.repeats());
        });
    }

    private List<Alert> firingAt(long seconds) {
        return queries.firingAt(T.plusSeconds(seconds), "", 10);
    }
}
