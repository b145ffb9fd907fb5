package dev.faultline.api.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.faultline.graph.review.IncidentSigns;
import dev.faultline.rca.incident.Similarity;

/// Compares an incident with earlier ones by where which signal fired and by what was blamed.
final class SimilarIncidents {
    private static final int SHOWN_MAX = 5;
    private static final double SIMILARITY_MIN = 0.1;

    private SimilarIncidents() {}

    /// The most similar ones first.
    static List<SimilarIncident> of(IncidentSigns one, Collection<IncidentSigns> earlier, UnaryOperator<String> names) {
        Set<String> signs = signs(one);
        return earlier.stream().filter(other -> !other.incidentId().equals(one.incidentId())).map(other -> compare(signs, other, names))
                .filter(similar -> similar.similarity() >= SIMILARITY_MIN)
                .sorted(Comparator.comparingDouble(SimilarIncident::similarity).reversed()
                        .thenComparing(Comparator.comparing(SimilarIncident::startedAt).reversed()).thenComparing(SimilarIncident::id))
                .limit(SHOWN_MAX).toList();
    }

    private static SimilarIncident compare(Set<String> signs, IncidentSigns other, UnaryOperator<String> names) {
        Set<String> others = signs(other);
        List<String> shared = signs.stream().filter(others::contains).toList();
        String cause = other.causes().isEmpty() ? null : other.causes().getFirst();
        return new SimilarIncident(other.incidentId(), other.title(), other.startedAt(), other.resolvedAt(),
                Similarity.jaccard(signs, others), shared, cause, cause == null ? null : names.apply(cause), other.confirmed(),
                other.confirmed() == null ? null : names.apply(other.confirmed()));
    }

    /// CIs with signals, names of alerts, and the first cause: a word before each keeps them apart.
    private static Set<String> signs(IncidentSigns signs) {
        Set<String> all = new TreeSet<>();
        signs.places().forEach(place -> all.add("place " + place));
        signs.alertNames().forEach(name -> all.add("alert " + name));
        signs.causes().stream().limit(1).forEach(cause -> all.add("cause " + cause));
        return all;
    }
}
