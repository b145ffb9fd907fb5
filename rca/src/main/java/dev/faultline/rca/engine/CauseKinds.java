package dev.faultline.rca.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Term;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.Scene;

/// Decides what sort of fault a cause is taken to be, by the terms that speak most for it.
final class CauseKinds {
    /// Value of the change term from which a change is blamed.
    static final double CHANGE_BLAMED = 0.4;
    private static final double SILENCE_BLAMED = 0.5;

    private CauseKinds() {}

    static CauseKind of(Scene scene, int unit, List<Term> terms) {
        if (value(terms, "change") > CHANGE_BLAMED) {
            return CauseKind.CHANGE;
        }
        if (value(terms, "silence") > SILENCE_BLAMED) {
            return CauseKind.SILENCE;
        }
        String strongest = terms.stream().filter(term -> !term.name().equals("reach")).max(Comparator.comparingDouble(Term::contribution))
                .map(Term::name).orElse("");
        return switch (strongest) {
            case "resource", "sharedFate" -> CauseKind.RESOURCE;
            case "spans" -> CauseKind.LATENCY;
            case "logs" -> CauseKind.ERRORS;
            default -> ofSignal(signal(scene, unit));
        };
    }

    private static double value(List<Term> terms, String name) {
        return terms.stream().filter(term -> term.name().equals(name)).mapToDouble(Term::value).max().orElse(0);
    }

    /// The class that shows most clearly at the unit itself; where none does, that of most of its alerts, else of what suffers.
    private static Signal signal(Scene scene, int unit) {
        Optional<Signal> shown = scene.spreadingSignals().stream().filter(signal -> scene.z(unit, signal) >= scene.rules().anomalousZ())
                .max(Comparator.comparingDouble((Signal signal) -> scene.z(unit, signal)).thenComparing(Comparator.reverseOrder()));
        return shown.or(() -> ofAlerts(scene, unit))
                .orElseGet(() -> scene.symptomSignals().stream().min(Comparator.naturalOrder()).orElse(Signal.UNKNOWN));
    }

    private static Optional<Signal> ofAlerts(Scene scene, int unit) {
        Map<Signal, Long> counts = scene.evidence().alerts().stream()
                .filter(alert -> alert.subject() != null && scene.unit(alert.subject().owner()).equals(OptionalInt.of(unit)))
                .collect(Collectors.groupingBy(Alert::signal, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.<Signal, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).map(Map.Entry::getKey);
    }

    private static CauseKind ofSignal(Signal signal) {
        return switch (signal) {
            case LATENCY -> CauseKind.LATENCY;
            case ERRORS -> CauseKind.ERRORS;
            case TRAFFIC -> CauseKind.LOAD;
            case RESOURCE -> CauseKind.RESOURCE;
            case SILENCE -> CauseKind.SILENCE;
            case UNKNOWN -> CauseKind.UNKNOWN;
        };
    }
}
