package dev.faultline.collectors.prometheus.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswerReaderTest {
    private static final Steps STEPS = new Steps(60, 120, 15);

    @Test
    void valuesComeToTheirStepsAndGapsStayOpen() {
        Answer answer = read(
                """
                        {"status": "success", "data": {"resultType": "matrix", "result": [
                          {"metric": {"job": "a", "instance": "b"}, "values": [[60, "1.5"], [90.0, "NaN"], [105, "+Inf"], [120, "3"], [999, "9"]]}]},
                         "warnings": ["x"]}""");

        assertThat(answer.series()).hasSize(1);
        assertThat(answer.series().getFirst().labels()).containsExactlyInAnyOrderEntriesOf(Map.of("job", "a", "instance", "b"));
        assertThat(answer.series().getFirst().values()).containsExactly(1.5, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 3);
    }

    @Test
    void theLabelsOfAnInstantQueryAreRead() {
        assertThat(AnswerReader.labels(
                bytes("""
                        {"data": {"result": [{"metric": {"a": "1"}, "value": [1.2, "1"]}, {"metric": {}, "value": [1.2, "1"]}], "resultType": "vector"},
                         "status": "success"}"""),
                10)).isEqualTo(List.of(Map.of("a", "1"), Map.of()));
    }

    @Test
    void theStoresOwnWordsOnAnErrorAreKept() {
        assertThat(AnswerReader.error(bytes("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}")))
                .isEqualTo("parse error");
        assertThat(AnswerReader.error(bytes("<html>"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>502</html>", "[]", "42", "{}", "{\"status\":\"error\",\"error\":\"x\"}", "{\"status\":\"success\"",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}}",
            "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":[],\"values\":[]}]}}",
            "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"values\":[[60,\"one\"]]}]}}",
            "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"values\":[[\"60\",\"1\"]]}]}}",
            "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"values\":[[60"})
    void nonsenseIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(StoreException.class)
                .satisfies(e -> assertThat(((StoreException) e).trouble()).isEqualTo(StoreTrouble.REFUSED));
    }

    @Test
    void moreSeriesThanTheLimitAreCut() {
        String two = "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"values\":[]},{\"metric\":{},\"values\":[]}]}}";

        assertThatThrownBy(() -> AnswerReader.range(bytes(two), STEPS, 1)).hasMessageContaining("more than 1 series");
    }

    private static Answer read(String body) {
        return AnswerReader.range(bytes(body), STEPS, 10);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
