package dev.faultline.collectors.prometheus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.faultline.collectors.prometheus.client.FakeStore;
import dev.faultline.collectors.prometheus.client.FakeStore.Request;
import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.collectors.prometheus.rule.MetricRules;
import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class MetricStoreTest {
    private static final Instant FROM = Instant.ofEpochSecond(1_000_000_005);
    private static final Instant TO = FROM.plusSeconds(61);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LONG_WAIT = Duration.ofSeconds(20);
    private static final MetricRules RULES = rules("""
            sources:
              - name: hosts
                discover: group by (instance) (node_uname_info)
                keys: [instance]
                bindings: [{ci: {label: instance, type: Host}}]
                metrics:
                  - {metric: up, signal: SILENCE, unit: PRESENCE, query: 'up{$keys}'}
                  - {metric: cpu.percent, signal: RESOURCE, unit: PERCENT, query: 'avg by ($by) (rate(cpu{$keys}[$range])) * $step'}
            """);

    @Test
    void aRankingGetsTheSeriesOfTheCisAroundItAlone() throws Exception {
        try (FakeStore fake = new FakeStore(MetricStoreTest::answer); MetricStore store = open(fake, LONG_WAIT)) {
            StoreReading reading = store.read(List.of("id-a"), FROM, TO);

            assertThat(reading.troubles()).isEmpty();
            assertThat(reading.series()).extracting(Series::subject).containsOnly(new Subject.OfCi("id-a"));
            assertThat(reading.series()).extracting(Series::signal).containsExactlyInAnyOrder(Signal.SILENCE, Signal.RESOURCE);
            assertThat(fake.requests("/api/v1/query_range")).extracting(request -> request.parameters().get("query"))
                    .containsExactlyInAnyOrder("up{instance=\"a\"}", "avg by (instance) (rate(cpu{instance=\"a\"}[60s])) * 15");
        }
    }

    @Test
    void whatIsGoneIsSilentAndWhatNobodyMeasuredIsNotThere() throws Exception {
        try (FakeStore fake = new FakeStore(MetricStoreTest::answer); MetricStore store = open(fake, LONG_WAIT)) {
            List<Series> series = store.read(List.of("id-a", "id-b"), FROM, TO).series();

            Series up = series.stream().filter(one -> one.metric().equals("up") && one.subject().owner().equals("id-b")).findFirst()
                    .orElseThrow();
            long first = FROM.getEpochSecond();
            assertThat(up.epochSeconds()).as("the third step was measured by nobody").containsExactly(first, first + 15, first + 45,
                    first + 60);
            assertThat(up.values()).containsExactly(1, 1, Double.NaN, Double.NaN);
        }
    }

    @Test
    void nothingIsAskedWhereNothingIsMeasured() throws Exception {
        try (FakeStore fake = new FakeStore(MetricStoreTest::answer); MetricStore store = open(fake, LONG_WAIT)) {
            assertThat(store.read(List.of("id-x"), FROM, TO)).isEqualTo(StoreReading.NONE);
            assertThat(fake.requests("/api/v1/query_range")).isEmpty();
            assertThat(store.targets("hosts", false)).isEqualTo(1);
        }
    }

    @Test
    void aStoreThatGoesAwayIsToldAndCostsNoTime() throws Exception {
        try (FakeStore fake = new FakeStore(MetricStoreTest::answer); MetricStore store = open(fake, LONG_WAIT)) {
            fake.goAway();

            for (int turn = 0; turn < 10; turn++) {
                assertThat(store.read(List.of("id-a"), FROM, TO).troubles()).containsExactly(StoreTrouble.UNAVAILABLE);
            }
        }
    }

    @Test
    void aSlowStoreCostsTheWaitOnce() throws Exception {
        try (FakeStore fake = new FakeStore(MetricStoreTest::answer); MetricStore store = open(fake, Duration.ofMillis(200))) {
            fake.behaves((request, exchange) -> Thread.sleep(5_000));
            long start = System.nanoTime();

            assertThat(store.read(List.of("id-a"), FROM, TO).troubles()).containsExactly(StoreTrouble.LATE);
            assertThat(store.read(List.of("id-a"), FROM, TO).troubles()).containsExactly(StoreTrouble.LATE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aStoreThatWasNeverThereIsTold() throws Exception {
        FakeStore fake = new FakeStore(MetricStoreTest::answer);
        fake.close();
        try (MetricStore store = store(fake, LONG_WAIT)) {
            await(() -> !store.read(List.of("id-a"), FROM, TO).troubles().isEmpty());

            assertThat(store.read(List.of("id-a"), FROM, TO))
                    .isEqualTo(new StoreReading(List.of(), java.util.Set.of(StoreTrouble.UNAVAILABLE)));
        }
    }

    /// Hosts a, b and unknown; b is down from the fourth step on, and the third step was measured by nobody.
    private static void answer(Request request, HttpExchange exchange) throws IOException {
        if (request.path().equals("/api/v1/query")) {
            FakeStore.send(exchange, 200, """
                    {"status": "success", "data": {"resultType": "vector", "result": [{"metric": {"instance": "a"}, "value": [1, "1"]},
                    {"metric": {"instance": "b"}, "value": [1, "1"]}, {"metric": {"instance": "unknown"}, "value": [1, "1"]}]}}""");
            return;
        }
        long start = Long.parseLong(request.parameters().getOrDefault("start", "0"));
        String values = "[[%d, \"1\"], [%d, \"1\"], [%d, \"%s\"], [%d, \"%s\"]]";
        FakeStore.send(exchange, 200, """
                {"status": "success", "data": {"resultType": "matrix", "result": [{"metric": {"instance": "a"}, "values": %s},
                {"metric": {"instance": "b"}, "values": %s}]}}""".formatted(
                values.formatted(start, start + 15, start + 45, "1", start + 60, "1"),
                values.formatted(start, start + 15, start + 45, "0", start + 60, "0")));
    }

    private static MetricStore open(FakeStore fake, Duration wait) throws InterruptedException {
        MetricStore store = store(fake, wait);
        await(() -> store.targets("hosts", true) == 2);
        return store;
    }

    private static MetricStore store(FakeStore fake, Duration wait) {
        return MetricStore.open(fake.settings(TIMEOUT, wait), RULES, MetricStoreTest::find, claims -> Map.of(), (edges, minute) -> {},
                Clock.systemUTC());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static Map<List<SubjectLookup>, Bound> find(Collection<List<SubjectLookup>> wanted) {
        Map<List<SubjectLookup>, Bound> found = new HashMap<>();
        for (List<SubjectLookup> lookups : wanted) {
            if (lookups.getFirst() instanceof SubjectLookup.OfCi ci && !ci.ci().value().equals("unknown")) {
                found.put(lookups, new Bound(new Subject.OfCi("id-" + ci.ci().value()), List.of()));
            }
        }
        return found;
    }

    private static MetricRules rules(String yaml) {
        try {
            java.nio.file.Path file = java.nio.file.Files.createTempFile("rules", ".yaml");
            java.nio.file.Files.writeString(file, yaml, StandardCharsets.UTF_8);
            MetricRules all = MetricRules.load(file);
            java.nio.file.Files.delete(file);
            return new MetricRules(List.of(all.sources().getLast()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
