package dev.faultline.collectors.otlp.decode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SamplingWeightTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|1", "ot=th:0|1", "ot=th:8|2", "ot=th:c|4", "ot=th:e6666666666666|10", "rojo=1,ot=rv:0a;th:8|2",
            "ot=p:0|1", "ot=p:3;r:5|8", "ot=p:63|0", "ot=th:8;p:5|2", "ot=th:xyz|1", "ot=th:123456789012345|1", "ot=p:99|1", "vendor=ot|1"})
    void theTraceStateSaysHowManyCallsASpanStandsFor(String traceState, double weight) {
        assertThat(SamplingWeight.of(traceState)).isCloseTo(weight, org.assertj.core.data.Offset.offset(1e-6));
    }
}
