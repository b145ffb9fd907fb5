package dev.faultline.collectors.cloudevents;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudEventRequestTest {
    private static final Map<String, String> BINARY = Map.of("content-type", "application/json; charset=utf-8", "ce-specversion", "1.0",
            "ce-type", "com.example.someevent", "ce-source", "/mycontext", "ce-id", "Euro%20%E2%82%AC+1");

    private static JsonField read(Map<String, String> headers, String body) {
        return CloudEventRequest.read(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theBinaryModeBecomesTheStructuredOne() {
        JsonField event = read(BINARY, "{\"status\": \"firing\"}");

        assertThat(event.field("id").text(99)).isEqualTo("Euro €+1");
        assertThat(event.field("type").text(99)).isEqualTo("com.example.someevent");
        assertThat(event.field("data").field("status").text(99)).isEqualTo("firing");
    }

    @Test
    void theStructuredAndTheBatchedModeStayAsTheyAre() {
        Map<String, String> structured = Map.of("content-type", "application/cloudevents+json; charset=UTF-8");
        Map<String, String> batched = Map.of("content-type", "application/cloudevents-batch+json");

        assertThat(read(structured, "{\"id\": \"1\"}").field("id").text(9)).isEqualTo("1");
        assertThat(read(batched, "[{\"id\": \"1\"}, {\"id\": \"2\"}]").items(9)).hasSize(2);
    }

    @Test
    void dataThatIsNoJsonIsAText() {
        assertThat(read(Map.of("content-type", "text/plain", "ce-specversion", "1.0"), "down").field("data").text(9)).isEqualTo("down");
        assertThat(read(Map.of("ce-specversion", "1.0"), "").field("data").present()).isFalse();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> read(Map.of("ce-specversion", "1.0", "ce-id", "%zz"), "{}")).isInstanceOf(InvalidInputException.class)
                .hasMessage("header ce-id is '%zz', expected percent-encoded text");
        assertThatThrownBy(() -> read(BINARY, "{")).isInstanceOf(InvalidInputException.class).hasMessageContaining("as Content-Type says");
        assertThatThrownBy(() -> read(Map.of(), "nonsense")).isInstanceOf(InvalidInputException.class).hasMessageContaining(
                "expected one CloudEvent in JSON");
    }
}
