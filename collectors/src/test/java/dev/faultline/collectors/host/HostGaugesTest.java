package dev.faultline.collectors.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;

import static org.assertj.core.api.Assertions.assertThat;

class HostGaugesTest {
    private static final Instant START = Instant.ofEpochSecond(1_000);

    @TempDir
    private Path root;
    private Instant now = START;

    @Test
    void tellsHowMuchOfTheProcessorsWasInUseAndWaitedFor() throws IOException {
        HostGauges gauges = gauges();
        proc(100, 0, 300, 0);
        gauges.sample();
        proc(250, 50, 400, 1_500_000);
        now = now.plusSeconds(2);
        gauges.sample();

        assertThat(value(gauges, "cpu.percent")).isEqualTo(100.0 * 200 / 300);
        assertThat(value(gauges, "cpu.wait.percent")).isEqualTo(75);
        assertThat(value(gauges, "memory.percent")).isEqualTo(75);
    }

    @Test
    void aKernelThatTellsNothingOfWaitingLeavesThatOut() throws IOException {
        HostGauges gauges = gauges();
        proc(100, 0, 300, 0);
        Files.delete(root.resolve("proc/pressure/cpu"));
        gauges.sample();
        now = now.plusSeconds(2);
        proc(150, 0, 350, 0);
        Files.delete(root.resolve("proc/pressure/cpu"));
        gauges.sample();

        assertThat(all(gauges).stream().map(Series::metric)).containsExactly("cpu.percent", "memory.percent");
    }

    @Test
    void countersThatStandStillOrWentBackGiveNoSample() throws IOException {
        HostGauges gauges = gauges();
        proc(100, 0, 300, 0);
        gauges.sample();
        now = now.plusSeconds(2);
        proc(50, 0, 200, 0);
        gauges.sample();

        assertThat(all(gauges)).isEmpty();
    }

    @Test
    void everySeriesMeansAResource() throws IOException {
        HostGauges gauges = new HostGauges(Clock.systemUTC());
        gauges.sample();
        for (int attempt = 0; all(gauges).isEmpty() && attempt < 1_000; attempt++) {
            gauges.sample();
        }

        assertThat(gauges.series("host", Instant.EPOCH, Instant.MAX)).isNotEmpty()
                .allSatisfy(series -> assertThat(MetricMeaning.of(series.metric()).signal()).isEqualTo(Signal.RESOURCE))
                .allSatisfy(series -> assertThat(Arrays.stream(series.values())).allMatch(value -> value >= 0 && value <= 100));
    }

    private HostGauges gauges() {
        return new HostGauges(root, () -> now);
    }

    private static List<Series> all(HostGauges gauges) {
        return gauges.series("host", Instant.EPOCH, Instant.MAX);
    }

    private static double value(HostGauges gauges, String metric) {
        return all(gauges).stream().filter(series -> series.metric().equals(metric)).findFirst().orElseThrow().values()[0];
    }

    private void proc(int user, int system, int idle, long waitedMicros) throws IOException {
        Files.createDirectories(root.resolve("proc/pressure"));
        Files.writeString(root.resolve("proc/stat"), "cpu  %d 0 %d %d 0 0 0 0 0 0\n".formatted(user, system, idle));
        Files.writeString(root.resolve("proc/meminfo"), "MemTotal: 1000 kB\nMemFree: 10 kB\nMemAvailable: 250 kB\n");
        Files.writeString(root.resolve("proc/pressure/cpu"), "some avg10=0.00 avg60=0.00 avg300=0.00 total=%d\n".formatted(waitedMicros));
    }
}
