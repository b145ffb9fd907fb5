package dev.faultline.api;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;

/// Log lines as JSON objects whose `message` is what a reader of the text sees, and not a pattern with the arguments beside it.
final class JsonLogEncoder extends JsonEncoder {

    JsonLogEncoder() {
        setWithArguments(false);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return super.encode(new Rendered(event));
    }

    /// An event whose pattern is its rendered message.
    private static final class Rendered extends LoggingEvent {
        Rendered(ILoggingEvent event) {
            setMessage(event.getFormattedMessage());
            setLevel(event.getLevel());
            setLoggerName(event.getLoggerName());
            setThreadName(event.getThreadName());
            setInstant(event.getInstant());
            setSequenceNumber(event.getSequenceNumber());
            setMDCPropertyMap(event.getMDCPropertyMap());
            setLoggerContextRemoteView(event.getLoggerContextVO());
            if (event.getThrowableProxy() instanceof ch.qos.logback.classic.spi.ThrowableProxy thrown) {
                setThrowableProxy(thrown);
            }
            if (event.getMarkerList() != null) {
                event.getMarkerList().forEach(this::addMarker);
            }
            if (event.getKeyValuePairs() != null) {
                event.getKeyValuePairs().forEach(this::addKeyValuePair);
            }
        }
    }
}
