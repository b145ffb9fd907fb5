package dev.faultline.api.demo.monitor;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTextTest {
    private static final String TEXT = """
            http_server_duration_ms_bucket{service="trading",le="2"} 1
            http_server_duration_ms_bucket{service="trading",le="3"} 4
            http_server_duration_ms_bucket{service="trading",le="5"} 10
            http_server_duration_ms_errors_total{service="trading"} 2
            http_client_duration_ms_bucket{service="trading",peer="risk",le="2"} 7
            http_client_duration_ms_errors_total{service="trading",peer="risk"} 0
            something_else{service="trading"} 5
            """;

    @Test
    void bucketsAreReadAsCountsOfTheirOwn() {
        FlowCounters served = counters(new FlowKey("trading", null));

        assertThat(served.requests()).isEqualTo(10);
        assertThat(served.errorShare()).isEqualTo(0.2);
        assertThat(served.quantileMillis(0.5)).isBetween(3.0, 5.0);
    }

    @Test
    void callsToAPeerAreAFlowOfTheirOwn() {
        assertThat(counters(new FlowKey("trading", "risk")).requests()).isEqualTo(7);
    }

    @Test
    void otherMetricsAreNotFlows() {
        assertThat(MetricsText.parse(TEXT)).hasSize(2);
    }

    private static FlowCounters counters(FlowKey flow) {
        Map<FlowKey, FlowCounters> counters = MetricsText.parse(TEXT);
        assertThat(counters).containsKey(flow);
        return counters.getOrDefault(flow, FlowCounters.NONE);
    }
}
