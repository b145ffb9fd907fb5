package dev.faultline.graph.evidence;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.graph.symptom.Signal;

import static org.assertj.core.api.Assertions.assertThat;

class MetricMeaningTest {
    @ParameterizedTest
    @CsvSource({"latency.average,LATENCY,false", "PodServerLatencyP99(s),LATENCY,false", "http_request_duration_seconds,LATENCY,false",
            "availability.average,ERRORS,true", "success_rate,ERRORS,true", "http_errors_total,ERRORS,false",
            "CpuUsageRate(%),RESOURCE,false", "container_memory_rss,RESOURCE,false", "requests.sum,TRAFFIC,false", "qps,TRAFFIC,false",
            "temperature,UNKNOWN,false"})
    void wordsOfTheNameDecide(String metric, Signal signal, boolean lowerIsWorse) {
        MetricMeaning meaning = MetricMeaning.of(metric);
        assertThat(meaning.signal()).isEqualTo(signal);
        assertThat(meaning.lowerIsWorse()).isEqualTo(lowerIsWorse);
    }

    @ParameterizedTest
    @CsvSource({"latency.average,latency.p50", "latency.p50,latency.p99"})
    void averagesArePreferredToPercentiles(String preferred, String other) {
        assertThat(MetricMeaning.of(preferred).preference()).isLessThan(MetricMeaning.of(other).preference());
    }
}
