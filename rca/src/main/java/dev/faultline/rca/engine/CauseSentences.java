package dev.faultline.rca.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Term;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SymptomPaths;
import dev.faultline.rca.term.Counts;

/// Says in sentences what speaks for and against a cause, and what the whole ranking says.
final class CauseSentences {
    private final Scene scene;
    private final SymptomPaths paths;
    private final UnaryOperator<String> names;

    CauseSentences(Scene scene, SymptomPaths paths, UnaryOperator<String> names) {
        this.scene = scene;
        this.paths = paths;
        this.names = names;
    }

    List<String> evidenceFor(List<Term> terms) {
        return terms.stream().sorted(Comparator.comparingDouble((Term term) -> -term.contribution()).thenComparing(Term::name))
                .map(Term::evidence).toList();
    }

    List<String> evidenceAgainst(int unit, List<Term> terms) {
        List<String> against = new ArrayList<>();
        if (paths.strength(unit) == 0) {
            against.add("no known path leads from here to what suffers");
        } else if (paths.quietSteps(unit) > 0) {
            against.add(Counts.of(paths.quietSteps(unit), "step") + " on the way to what suffers show"
                    + (paths.quietSteps(unit) == 1 ? "s" : "") + " no anomaly");
        }
        boolean observed = scene.spreadingSignals().stream().anyMatch(signal -> scene.isObserved(unit, signal));
        if (!observed) {
            against.add("the signals of the symptom are not observed here");
        } else if (!scene.isAnomalous(unit)) {
            against.add("the signals of the symptom are normal here");
        }
        if (!scene.evidence().deployments().isEmpty() && terms.stream().noneMatch(term -> term.name().equals("change"))) {
            against.add("nothing was changed here");
        }
        return against;
    }

    private String aside(List<Cause> causes) {
        boolean bare = !causes.isEmpty()
                && causes.getFirst().terms().stream().map(Term::name).allMatch(Set.of("alerts", "reach")::contains);
        return bare ? ", and of " + names.apply(causes.getFirst().ciId()) + " nothing speaks but what fires there" : "";
    }

    String summary(boolean unknown, List<Cause> causes) {
        if (scene.units().isEmpty()) {
            return "unknown: no alert of it is bound to a CI; compare its labels with the names of CIs";
        }
        if (unknown || causes.isEmpty()) {
            return "unknown: nothing stands out among " + scene.units().size() + " candidates" + aside(causes);
        }
        Cause top = causes.getFirst();
        return String.format(Locale.ROOT, "%s is the most likely cause (%s, confidence %.2f): %s", names.apply(top.ciId()),
                top.kind().name().toLowerCase(Locale.ROOT), top.confidence(),
                top.evidenceFor().isEmpty() ? "" : top.evidenceFor().getFirst());
    }
}
