package dev.faultline.rca.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.faultline.graph.incident.Term;
import dev.faultline.rca.scene.Unit;
import dev.faultline.rca.term.Rating;

/// Chooses the facet of a unit that a cause names: the one instance of several that what tells instances apart points at.
final class FacetChoice {
    private static final Set<String> TELLING = Set.of("change", "silence", "resource", "deviation");
    private static final double CONTRIBUTION_MIN = 0.3;

    private FacetChoice() {}

    /// The instance with the largest contribution of telling terms, if that is large enough, else the unit's own CI.
    static String of(Unit unit, List<Term> terms, Map<String, Map<Integer, Rating>> ratings) {
        Map<String, Double> byFacet = new TreeMap<>();
        for (Term term : terms) {
            Rating rating = ratings.getOrDefault(term.name(), Map.of()).get(unit.number());
            if (rating != null && TELLING.contains(term.name()) && !rating.ciId().equals(unit.ciId())) {
                byFacet.merge(rating.ciId(), term.contribution(), Double::sum);
            }
        }
        return byFacet.entrySet().stream().filter(entry -> entry.getValue() >= CONTRIBUTION_MIN)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Comparator.comparing(Map.Entry<String, Double>::getKey)))
                .map(Map.Entry::getKey).orElse(unit.ciId());
    }
}
