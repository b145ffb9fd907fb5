package dev.faultline.graph.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.symptom.Symptom;

/// All that is known of one incident when it is ranked; every part may be empty, and missing parts are a fact, not an error.
///
/// @param detectedAt when the incident was noticed; nothing in here is later
/// @param window the time in which the fault shows
/// @param observed series, spans and log lines of the window and of the time before it
/// @param reference the same of normal time
/// @param history how common each alert is; from earlier incidents
public record Evidence(List<Symptom> symptoms, Instant detectedAt, TimeWindow window, List<Alert> alerts, List<Deployment> deployments,
        Observations observed, Observations reference, AlertHistory history) {
    public Evidence {
        symptoms = List.copyOf(symptoms);
        alerts = List.copyOf(alerts);
        deployments = List.copyOf(deployments);
    }

    /// Series, spans and log lines of one span of time.
    ///
    /// @param logs lines one by one
    /// @param logSeries how often lines were logged, where only that is known; none in inputs of older versions
    public record Observations(List<Series> series, List<SpanObservation> spans, List<LogLine> logs, List<LogSeries> logSeries) {
        public static final Observations NONE = new Observations(List.of(), List.of(), List.of());

        public Observations {
            series = List.copyOf(series);
            spans = List.copyOf(spans);
            logs = List.copyOf(logs);
            logSeries = List.copyOf(Objects.requireNonNullElse(logSeries, List.of()));
        }

        public Observations(List<Series> series, List<SpanObservation> spans, List<LogLine> logs) {
            this(series, spans, logs, List.of());
        }
    }
}
