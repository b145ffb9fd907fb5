package dev.faultline.api.alert;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what could not be read by its source, and tells of it once a minute for each.
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MeterRegistry meters;
    private final Map<String, OnceAMinute> told = new ConcurrentHashMap<>();

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    /// @param source the name of a mapping, of which there are not many
    /// @param sentence on the first of them
    void count(String source, int number, String sentence) {
        Counter.builder("faultline.alert.refused").tag("source", source)
                .description("Alerts, and messages as a whole, that could not be read and were left out").register(meters)
                .increment(number);
        if (told.computeIfAbsent(source, each -> new OnceAMinute()).passes()) {
            LOG.warn("{}: refused: {} (told once a minute; faultline_alert_refused_total counts all)", source, sentence);
        }
    }
}
