package dev.faultline.rca.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.incident.Distinction.Missing;
import dev.faultline.graph.incident.Distinction.Observation;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.Unit;

/// What nobody observed of a candidate, though a term of the rules would count it.
final class MissingObservations {
    private static final String DEVIATION = "deviation";
    private static final String UNEXPLAINED = "unexplained";

    private final Scene scene;
    private final ToDoubleFunction<String> weights;

    /// @param weights weight of each term for the symptoms of the scene
    MissingObservations(Scene scene, ToDoubleFunction<String> weights) {
        this.scene = scene;
        this.weights = weights;
    }

    /// The observations that are missing at a unit, each with what it could add to the unit's score at the most.
    ///
    /// @param gap what has to be added for the order to change; infinite where adding cannot change it
    List<Missing> of(Unit unit, int rank, double gap) {
        List<Missing> missing = new ArrayList<>();
        boolean takesPart = takesPartInCalls(unit);
        for (Signal signal : scene.spreadingSignals()) {
            if (takesPart && !scene.isObserved(unit.number(), signal)) {
                add(missing, unit.ciId(), Observation.valueOf(signal.name()), rank, strongest(DEVIATION, UNEXPLAINED), gap);
            }
        }
        for (Unit place : places(unit)) {
            if (!reports(place, Signal.RESOURCE)) {
                add(missing, place.ciId(), Observation.RESOURCE, rank, "resource", gap);
            }
        }
        boolean spansAreKept = !scene.evidence().observed().spans().isEmpty();
        if (takesPart && spansAreKept && !isTraced(unit)) {
            add(missing, unit.ciId(), Observation.SPANS, rank, "spans", gap);
        }
        if (!isLogged(unit)) {
            add(missing, unit.ciId(), Observation.LOGS, rank, "logs", gap);
        }
        return missing;
    }

    /// A host, a switch or a rack has no latency that anybody could observe.
    private boolean takesPartInCalls(Unit unit) {
        return !scene.graph().callers().get(unit.number()).isEmpty() || !scene.graph().callees().get(unit.number()).isEmpty();
    }

    private void add(List<Missing> missing, String ciId, Observation observation, int rank, String term, double gap) {
        double weight = weights.applyAsDouble(term);
        if (weight > 0) {
            missing.add(new Missing(ciId, observation, rank, term, weight, weight > gap));
        }
    }

    private String strongest(String one, String other) {
        return weights.applyAsDouble(one) > weights.applyAsDouble(other) ? one : other;
    }

    /// The unit and what it runs on.
    private List<Unit> places(Unit unit) {
        return IntStream.concat(IntStream.of(unit.number()), scene.graph().hosts().get(unit.number()).stream().mapToInt(host -> host))
                .mapToObj(number -> scene.units().get(number)).toList();
    }

    private boolean reports(Unit unit, Signal signal) {
        return scene.views().get(unit.number()).stream().anyMatch(view -> view.meaning().signal() == signal);
    }

    /// Spans tell only beside those of normal time. Where none are kept at all, as of live calls, nobody is told to look for them.
    private boolean isTraced(Unit unit) {
        return spans(scene.evidence().observed(), unit) && spans(scene.evidence().reference(), unit);
    }

    private static boolean spans(Observations observations, Unit unit) {
        return observations.spans().stream().anyMatch(span -> unit.members().contains(span.ciId()));
    }

    private boolean isLogged(Unit unit) {
        return counts(scene.evidence().observed(), unit)
                || (logs(scene.evidence().observed(), unit) && logs(scene.evidence().reference(), unit));
    }

    private static boolean counts(Observations observations, Unit unit) {
        return observations.logSeries().stream().anyMatch(series -> unit.members().contains(series.lines().subject().owner()));
    }

    private static boolean logs(Observations observations, Unit unit) {
        return observations.logs().stream().anyMatch(line -> unit.members().contains(line.ciId()));
    }

    /// The observation in words, such as `resource metrics`.
    static String words(Observation observation) {
        return switch (observation) {
            case LATENCY, TRAFFIC -> observation.name().toLowerCase(Locale.ROOT) + " series";
            case ERRORS -> "error series";
            case RESOURCE -> "resource metrics";
            case SPANS -> "spans to compare";
            case LOGS -> "logs to compare";
        };
    }
}
