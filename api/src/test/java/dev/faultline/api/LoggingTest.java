package dev.faultline.api;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.faultline.api.settings.LogFormat;

import static org.assertj.core.api.Assertions.assertThat;

class LoggingTest {

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void whatSomebodySentBeginsNoLineOfItsOwn(LogFormat format) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Encoder<ILoggingEvent> encoder = Logging.encoder(format, context);
        LoggingEvent event = new LoggingEvent("", context.getLogger("feedback"), Level.INFO, "said by {}", null,
                new Object[]{"me\r\n12:00:00.000 WARN forged\u001b[2K"});

        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

        assertThat(line.strip()).contains("said by me").doesNotContain("\n", "\r", "\u001b");
    }
}
