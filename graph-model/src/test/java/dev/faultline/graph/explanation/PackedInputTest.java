package dev.faultline.graph.explanation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.GraphException;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.graph.deployment.DeploymentOutcome;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.LogLine;
import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.SpanObservation;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PackedInputTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.123456789Z");
    private static final Subject CALLS = new Subject.OfCalls("web", "shop");

    @Test
    void everyValueComesBackAsItWas() {
        RankingInput input = input(series(10, 1, 1.0 / 3, Double.NaN, -0.0, Double.MIN_VALUE, 1e300));

        RankingInput back = PackedInput.of(input).unpack();

        assertThat(back.topology()).isEqualTo(input.topology());
        assertThat(back.rules()).isEqualTo(input.rules());
        assertThat(back.evidence().alerts()).isEqualTo(input.evidence().alerts());
        assertThat(back.evidence().deployments()).isEqualTo(input.evidence().deployments());
        assertThat(back.evidence().symptoms()).isEqualTo(input.evidence().symptoms());
        assertThat(back.evidence().history()).isEqualTo(input.evidence().history());
        assertThat(back.evidence().window()).isEqualTo(input.evidence().window());
        assertThat(back.evidence().reference().spans()).isEqualTo(input.evidence().reference().spans());
        assertThat(back.evidence().reference().logs()).isEqualTo(input.evidence().reference().logs());
        assertSame(back.evidence().observed().series().getFirst(), input.evidence().observed().series().getFirst());
    }

    @Test
    void timesThatAreNotRegularComeBackToo() {
        Series series = new Series(CALLS, "m", Signal.LATENCY, Duration.ofSeconds(10), new long[]{5, 15, 40}, new double[]{1, 2, 3});

        assertSame(PackedInput.of(input(series)).unpack().evidence().observed().series().getFirst(), series);
        Series empty = new Series(CALLS, "m", Signal.LATENCY, Duration.ofSeconds(10), new long[0], new double[0]);
        assertSame(PackedInput.of(input(empty)).unpack().evidence().observed().series().getFirst(), empty);
    }

    @Test
    void anHourOfAThousandSeriesTakesFarLessThanItsLimit() {
        Series[] many = new Series[1_000];
        Arrays.setAll(many, i -> series(10, LongStream.range(0, 360).mapToDouble(k -> Math.sin((double) i + k)).toArray()));

        assertThat(PackedInput.of(input(many)).size()).isLessThan(PackedInput.BYTES_MAX / 2);
    }

    @Test
    void whatIsBrokenIsToldInOneSentence() {
        assertThatExceptionOfType(GraphException.class).isThrownBy(() -> new PackedInput(new byte[]{1, 2, 3}).unpack())
                .withMessageContaining("cannot read").withMessageNotContaining("\n");
    }

    private static void assertSame(Series back, Series series) {
        assertThat(back.subject()).isEqualTo(series.subject());
        assertThat(back.metric()).isEqualTo(series.metric());
        assertThat(back.signal()).isEqualTo(series.signal());
        assertThat(back.step()).isEqualTo(series.step());
        assertThat(back.epochSeconds()).isEqualTo(series.epochSeconds());
        assertThat(Arrays.stream(back.values()).mapToLong(Double::doubleToRawLongBits))
                .containsExactly(Arrays.stream(series.values()).mapToLong(Double::doubleToRawLongBits).boxed().toArray(Long[]::new));
    }

    @Test
    void anInputOfBeforeLinesWereCountedHasNone() {
        assertThat(InputText.MAPPER.readValue("{\"series\": [], \"spans\": [], \"logs\": []}", Observations.class))
                .isEqualTo(Observations.NONE);
    }

    private static Series series(long gap, double... values) {
        return new Series(new Subject.OfCi("shop"), "latency.mean", Signal.LATENCY, Duration.ofSeconds(gap),
                LongStream.range(0, values.length).map(i -> NOW.getEpochSecond() + i * gap).toArray(), values);
    }

    static RankingInput input(Series... series) {
        Topology topology = new Topology(NOW, List.of(new TopologyNode("web", "Service", "web"), new TopologyNode("shop", "Service", "ü")),
                List.of(new TopologyLink("RUNS_ON", "web", "shop")), List.of(new TopologyCall("web", "shop")));
        Alert alert = new Alert("a", "test", "f", "Slow", AlertState.FIRING, Severity.CRITICAL, Signal.LATENCY, NOW, null, NOW, 3,
                Map.of("job", "x"), Map.of(), CALLS);
        Deployment deployment = new Deployment("d", "shop", null, "2", List.of("shop-1"), List.of(), NOW, null, "ann",
                DeploymentOutcome.RUNNING, List.of(new DeploymentBatch(NOW, null, List.of("shop-1"), List.of())));
        Observations normal = new Observations(List.of(), List.of(new SpanObservation("t", "s", null, "web", "GET /", 1L << 60, 5, true)),
                List.of(new LogLine(1L << 60, "web", null, "s", "it \"failed\"\n")));
        return new RankingInput("test", "{}", "ANY", topology,
                new Evidence(List.of(new Symptom(CALLS, Signal.ERRORS, NOW)), NOW, new TimeWindow(NOW.minusSeconds(60), NOW),
                        List.of(alert),
                        List.of(deployment), new Observations(List.of(series), List.of(), List.of(), Arrays.stream(series)
                                .map(lines -> new LogSeries(LogLevel.ERROR, "ERROR x", lines, List.of(new LogSample("x \"1\"", "t"))))
                                .toList()),
                        normal,
                        new AlertHistory(3, Map.of("f", 2), Map.of("Slow", 1))));
    }
}
