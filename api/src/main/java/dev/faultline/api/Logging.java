package dev.faultline.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import dev.faultline.api.settings.LogFormat;
import dev.faultline.api.settings.LogLevel;

/// How log lines are written: to standard error, in the format and from the level on that the settings name. What somebody sent cannot
/// begin a line of its own.
public final class Logging {
    private static final String TEXT = "%d{HH:mm:ss.SSS} %-5level [%X{requestId:--}] %logger{0} - "
            + "%replace(%msg){'\\p{Cntrl}+',' '}%n";
    private static final String LOGFMT = "time=%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"} level=%level request=%X{requestId:--} logger=%logger "
            + "thread=\"%thread\" message=\"%replace(%replace(%msg){'[\\\\\"]','\\\\$0'}){'\\p{Cntrl}+',' '}\" "
            + "error=\"%replace(%replace(%ex{short}){'[\\\\\"]','\\\\$0'}){'[\\r\\n\\t]+',' '}\"%n%nopex";

    private Logging() {}

    /// Makes what libraries say to the logging of the JDK, from warnings on, lines of ours.
    static void takeOver() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
    }

    /// Replaces whatever was set up before.
    public static void configure(LogFormat format, LogLevel level) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setTarget("System.err");
        console.setEncoder(encoder(format, context));
        console.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        context.getLogger("io.javalin").setLevel(Level.OFF);
        context.getLogger("dev.faultline").setLevel(Level.valueOf(level.name()));
    }

    static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
        Encoder<ILoggingEvent> encoder = switch (format) {
            case TEXT -> pattern(TEXT);
            case LOGFMT -> pattern(LOGFMT);
            case JSON -> new JsonLogEncoder();
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> pattern(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(pattern);
        return encoder;
    }
}
