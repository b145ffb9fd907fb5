package dev.faultline.collectors.loki;

import java.io.IOException;
import java.net.URI;
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

import dev.faultline.collectors.prometheus.MetricStore;
import dev.faultline.collectors.prometheus.StoreReading;
import dev.faultline.collectors.prometheus.client.FakeStore;
import dev.faultline.collectors.prometheus.client.StoreSettings;
import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.collectors.prometheus.rule.MetricRules;
import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;

/// Asks a server on loopback that answers in the form that Loki's documents give for `/loki/api/v1/query` and `/query_range` with metric
/// queries (https://grafana.com/docs/loki/latest/reference/loki-http-api/), with the statistics that it adds; no Loki is at hand.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LokiStoreTest {
    private static final Instant FROM = Instant.ofEpochSecond(1_000_000_020);
    private static final Instant TO = FROM.plusSeconds(181);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static StoreSettings settings(FakeStore fake) {
        StoreSettings plain = fake.settings(LONG, LONG);
        return new StoreSettings(URI.create(plain.url() + "/loki"), plain.credentials(), plain.tenant(), LONG, LONG, MINUTE, MINUTE,
                MINUTE);
    }

    private static MetricStore open(FakeStore fake) {
        MetricStore store = MetricStore.open(settings(fake), MetricRules.lokiDefaults(), LokiStoreTest::find, claims -> Map.of(),
                (edges, minute) -> {}, Clock.systemUTC());
        await(() -> store.targets("services that log to Loki", true) == 1);
        return store;
    }

    private static void await(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Map<List<SubjectLookup>, Bound> find(Collection<List<SubjectLookup>> wanted) {
        Map<List<SubjectLookup>, Bound> found = new HashMap<>();
        wanted.forEach(lookups -> found.put(lookups, new Bound(new Subject.OfCi("id-orders"), List.of())));
        return found;
    }

    private static void answer(FakeStore.Request request, HttpExchange exchange) throws IOException {
        String labels = "{\"service_name\":\"orders\"}";
        String query = request.parameters().getOrDefault("query", "");
        String values = query.contains("error") ? "[1000000140,\"7\"]" : query.contains("warn") ? "" : """
                [1000000020,"50"],[1000000080,"50"],[1000000140,"57"],[1000000200,"50"]""";
        FakeStore.send(exchange, 200, request.path().equals("/loki/api/v1/query")
                ? """
                        {"status":"success","data":{"resultType":"vector","result":[{"metric":%s,"value":[1000000000,"50"]}],
                        "stats":{"summary":{"bytesProcessedPerSecond":1}}}}""".formatted(labels)
                : """
                        {"status":"success","data":{"resultType":"matrix","result":[%s],"stats":{"ingester":{"store":{"chunk":{}}}}}}"""
                        .formatted(values.isEmpty() ? "" : "{\"metric\":" + labels + ",\"values\":[" + values + "]}"));
    }

    @Test
    void linesAreCountedByLevelAndMinute() throws Exception {
        try (FakeStore fake = new FakeStore(LokiStoreTest::answer); MetricStore store = open(fake)) {
            StoreReading reading = store.read(List.of("id-orders"), FROM, TO);
            assertThat(reading.troubles()).isEmpty();
            List<LogSeries> series = LokiSeries.of(reading);
            assertThat(series).extracting(LogSeries::level).containsExactlyInAnyOrder(LogLevel.ERROR, LogLevel.UNKNOWN);
            LogSeries errors = series.stream().filter(one -> one.level() == LogLevel.ERROR).findFirst().orElseThrow();
            assertThat(errors.lines().values()).as("none is 0 where anything was logged").containsExactly(0, 0, 7, 0);
            assertThat(errors.lines().epochSeconds()).as("when each minute begins").containsExactly(999_999_960, 1_000_000_020,
                    1_000_000_080, 1_000_000_140);
            assertThat(fake.requests("/loki/api/v1/query_range")).extracting(request -> request.parameters().get("query")).contains(
                    "sum by (service_name) (count_over_time({service_name=\"orders\"} | detected_level=~\"error|fatal|critical\" [60s]))");
        }
    }

    @Test
    void aLokiThatRefusesIsTold() throws Exception {
        try (FakeStore fake = new FakeStore(LokiStoreTest::answer); MetricStore store = open(fake)) {
            fake.behaves((request, exchange) -> FakeStore.send(exchange, 400, "parse error at line 1, col 5: syntax error"));
            StoreReading reading = store.read(List.of("id-orders"), FROM, TO);
            assertThat(reading.troubles()).containsExactly(StoreTrouble.REFUSED);
            assertThat(LokiSeries.of(reading)).isEmpty();
        }
    }
}
