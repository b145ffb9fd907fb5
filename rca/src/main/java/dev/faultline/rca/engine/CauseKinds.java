package dev.faultline.rca.engine;

import java.util.Comparator;
import java.util.List;

import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Term;
import dev.faultline.rca.scene.Scene;

/// Decides what sort of fault a cause is taken to be, by the terms that speak most for it.
final class CauseKinds {
    /// Value of the change term from which a change is blamed.
    static final double CHANGE_BLAMED = 0.4;
    private static final double SILENCE_BLAMED = 0.5;

    private CauseKinds() {}

    static CauseKind of(Scene scene, List<Term> terms) {
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
            default -> ofSymptom(scene);
        };
    }

    private static double value(List<Term> terms, String name) {
        return terms.stream().filter(term -> term.name().equals(name)).mapToDouble(Term::value).max().orElse(0);
    }

    private static CauseKind ofSymptom(Scene scene) {
        return scene.symptomSignals().stream().min(Comparator.naturalOrder()).map(signal -> switch (signal) {
            case LATENCY -> CauseKind.LATENCY;
            case ERRORS -> CauseKind.ERRORS;
            case TRAFFIC -> CauseKind.LOAD;
            case RESOURCE -> CauseKind.RESOURCE;
            case SILENCE -> CauseKind.SILENCE;
            case UNKNOWN -> CauseKind.UNKNOWN;
        }).orElse(CauseKind.UNKNOWN);
    }
}
