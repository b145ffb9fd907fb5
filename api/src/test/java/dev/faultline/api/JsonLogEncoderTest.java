package dev.faultline.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLogEncoderTest {

    @Test
    void messagesAreRendered() {
        LoggerContext context = new LoggerContext();
        var event = new LoggingEvent("", context.getLogger("dev.faultline.Some"), Level.INFO, "{} open \"{}\" read back",
                new IllegalStateException("why"), new Object[]{7, "x"});
        event.setMDCPropertyMap(Map.of("requestId", "r-1"));
        JsonLogEncoder encoder = new JsonLogEncoder();
        encoder.setContext(context);
        encoder.start();

        assertThat(new String(encoder.encode(event), StandardCharsets.UTF_8)).contains("\"message\":\"7 open \\\"x\\\" read back\"", "INFO",
                "dev.faultline.Some", "r-1", "why").doesNotContain("{} open");
    }
}
