package dev.faultline.api.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.rca.incident.Onset;

/// Reads symptoms from alerts: one for each subject and signal, at the time when it was first noticed since the fault began.
final class Symptoms {

    private record Kind(Subject subject, Signal signal) {}

    private Symptoms() {}

    /// Returns the symptoms of the alerts that are bound, earliest first, the first so many of them.
    static List<Symptom> of(Collection<Alert> alerts, int max) {
        Map<Kind, Symptom> symptoms = new LinkedHashMap<>();
        Instant onset = Onset.of(List.of(), alerts).orElse(Instant.MIN);
        alerts.stream().filter(alert -> !alert.startsAt().isBefore(onset))
                .sorted(Comparator.comparing(Alert::startsAt).thenComparing(Alert::key)).forEach(alert -> {
                    Subject subject = alert.subject();
                    if (subject != null) {
                        symptoms.putIfAbsent(new Kind(subject, alert.signal()), new Symptom(subject, alert.signal(), alert.startsAt()));
                    }
                });
        return symptoms.values().stream().limit(max).toList();
    }
}
