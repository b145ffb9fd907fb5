package dev.faultline.rca.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.faultline.graph.incident.Term;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SignalView;
import dev.faultline.rca.scene.Unit;
import dev.faultline.rca.term.Rating;

/// Chooses the facet of a unit that a cause names: the one instance of several that what tells instances apart points at.
///
/// An instance is named only where it is clearly worse than its siblings: where all are as bad, the unit itself is.
final class FacetChoice {
    private static final Set<String> TELLING = Set.of("change", "silence", "resource", "deviation");
    private static final double CONTRIBUTION_MIN = 0.3;
    /// How many times as far from normal as the worst of its siblings.
    private static final double WORSE_FACTOR = 2;

    private FacetChoice() {}

    /// The instance with the largest contribution of telling terms, if that is large enough and the instance stands out, else the
    /// unit's own CI.
    static String of(Scene scene, Unit unit, List<Term> terms, Map<String, Map<Integer, Rating>> ratings) {
        Map<String, Double> byFacet = new TreeMap<>();
        for (Term term : terms) {
            Rating rating = ratings.getOrDefault(term.name(), Map.of()).get(unit.number());
            if (rating != null && TELLING.contains(term.name()) && !rating.ciId().equals(unit.ciId())) {
                byFacet.merge(rating.ciId(), term.contribution(), Double::sum);
            }
        }
        return byFacet.entrySet().stream().filter(entry -> entry.getValue() >= CONTRIBUTION_MIN)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Comparator.comparing(Map.Entry<String, Double>::getKey)))
                .map(Map.Entry::getKey).filter(ciId -> standsOut(scene, unit, ciId)).orElse(unit.ciId());
    }

    private static boolean standsOut(Scene scene, Unit unit, String ciId) {
        Map<String, Double> worst = scene.views().get(unit.number()).stream()
                .filter(view -> !owner(view).equals(unit.ciId()) && tells(scene, view))
                .collect(Collectors.toMap(FacetChoice::owner, FacetChoice::strain, Math::max));
        double own = worst.getOrDefault(ciId, 0.0);
        double siblings = worst.entrySet().stream().filter(entry -> !entry.getKey().equals(ciId)).mapToDouble(Map.Entry::getValue).max()
                .orElse(0);
        return own >= scene.rules().anomalousZ() ? own >= WORSE_FACTOR * siblings : siblings < scene.rules().anomalousZ();
    }

    private static boolean tells(Scene scene, SignalView view) {
        Signal signal = view.meaning().signal();
        return view.silent() || signal == Signal.RESOURCE || (signal != Signal.TRAFFIC && scene.spreadingSignals().contains(signal));
    }

    private static double strain(SignalView view) {
        return view.silent() ? Double.MAX_VALUE / WORSE_FACTOR : Math.max(0, view.z());
    }

    private static String owner(SignalView view) {
        return view.series().subject().owner();
    }
}
