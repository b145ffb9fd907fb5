package dev.faultline.rca.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Distinction;
import dev.faultline.graph.incident.Distinction.Missing;
import dev.faultline.graph.incident.Term;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.Unit;

/// Says what tells the first cause from the next ones, and which observations that nobody made would.
final class Distinctions {
    /// With so many of the next causes the first one is compared.
    private static final int NEXT_MAX = 2;
    private static final int MISSING_MAX = 6;

    private final MissingObservations missing;
    private final UnaryOperator<String> names;

    Distinctions(Scene scene, ToDoubleFunction<String> weights, UnaryOperator<String> names) {
        this.missing = new MissingObservations(scene, weights);
        this.names = names;
    }

    /// @param units the unit of each cause
    List<Distinction> of(List<Cause> causes, List<Unit> units) {
        List<Distinction> distinctions = new ArrayList<>();
        for (int next = 1; next < Math.min(causes.size(), NEXT_MAX + 1); next++) {
            distinctions.add(between(causes.getFirst(), units.getFirst(), causes.get(next), units.get(next)));
        }
        return distinctions;
    }

    private Distinction between(Cause first, Unit firstUnit, Cause next, Unit nextUnit) {
        double gap = first.score() - next.score();
        List<Missing> all = new ArrayList<>(missing.of(nextUnit, next.rank(), gap));
        all.addAll(missing.of(firstUnit, first.rank(), Double.POSITIVE_INFINITY));
        List<Missing> most = all.stream().sorted(Comparator.comparing(Missing::couldTurn).reversed()
                .thenComparing(Comparator.comparingDouble(Missing::couldAdd).reversed()).thenComparingInt(Missing::rank)
                .thenComparing(Missing::observation).thenComparing(Missing::ciId)).limit(MISSING_MAX).toList();
        Optional<String> decidedBy = decidedBy(first, next);
        return new Distinction(first.rank(), next.rank(), gap, decidedBy.orElse(null), most, sentence(first, next, gap, decidedBy, most));
    }

    /// The term whose contribution is most larger at the first one.
    private static Optional<String> decidedBy(Cause first, Cause next) {
        Set<String> terms = new TreeSet<>();
        first.terms().forEach(term -> terms.add(term.name()));
        return terms.stream().filter(term -> contribution(first, term) > contribution(next, term))
                .max(Comparator.comparingDouble((String term) -> contribution(first, term) - contribution(next, term))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static double contribution(Cause cause, String term) {
        return cause.terms().stream().filter(one -> one.name().equals(term)).mapToDouble(Term::contribution).sum();
    }

    private String sentence(Cause first, Cause next, double gap, Optional<String> decidedBy, List<Missing> most) {
        String lead = String.format(Locale.ROOT, "%s leads %s by %.2f%s", names.apply(first.ciId()), names.apply(next.ciId()), gap,
                decidedBy.map(term -> String.format(Locale.ROOT, ", most by %s (%.2f against %.2f)", term, contribution(first, term),
                        contribution(next, term))).orElse(""));
        List<Missing> turning = most.stream().filter(Missing::couldTurn).toList();
        if (most.isEmpty()) {
            return lead + "; all that the rules weigh was observed at both";
        }
        return lead + "; there are no " + words(turning.isEmpty() ? most : turning)
                + (turning.isEmpty() ? ", which would make it surer or less sure but not turn it" : ": they would tell the two apart");
    }

    /// Such as `resource metrics of db and h1, latency series of db`.
    private String words(List<Missing> some) {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        some.forEach(one -> places.computeIfAbsent(MissingObservations.words(one.observation()), absent -> new LinkedHashSet<>())
                .add(names.apply(one.ciId())));
        return places.entrySet().stream().map(entry -> entry.getKey() + " of " + String.join(" and ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
