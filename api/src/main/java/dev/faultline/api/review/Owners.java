package dev.faultline.api.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.review.Belonging;

/// Finds who answers for suspects: the owner that a CI names, or else the nearest of what it belongs to.
final class Owners {
    /// So many of the causes have their owners told.
    static final int SUSPECTS_MAX = 5;

    private Owners() {}

    static List<Owner> of(List<Cause> causes, List<Belonging> above, UnaryOperator<String> names) {
        return causes.stream().limit(SUSPECTS_MAX).map(cause -> of(cause, above, names)).toList();
    }

    private static Owner of(Cause cause, List<Belonging> above, UnaryOperator<String> names) {
        Optional<Belonging> owned = above.stream().filter(one -> one.ciId().equals(cause.ciId()))
                .filter(one -> one.owner() != null && !one.owner().isBlank())
                .min(Comparator.comparingInt(Belonging::steps).thenComparing(Belonging::aboveId));
        return new Owner(cause.rank(), cause.ciId(), names.apply(cause.ciId()), owned.map(Belonging::owner).orElse(null),
                owned.map(Belonging::aboveId).orElse(null), owned.map(Belonging::name).orElse(null));
    }
}
