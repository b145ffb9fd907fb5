package dev.faultline.graph.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Cause nodes as property maps, both ways. Terms and path steps become one list property for each of their components.
final class CauseRows {
    private CauseRows() {}

    static Map<String, Object> toProperties(Cause cause) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("rank", cause.rank());
        properties.put("ciId", cause.ciId());
        properties.put("kind", cause.kind().name());
        properties.put("score", cause.score());
        properties.put("confidence", cause.confidence());
        properties.put("deploymentId", cause.deploymentId());
        properties.put("termNames", cause.terms().stream().map(Term::name).toList());
        properties.put("termWeights", cause.terms().stream().map(Term::weight).toList());
        properties.put("termValues", cause.terms().stream().map(Term::value).toList());
        properties.put("termEvidence", cause.terms().stream().map(Term::evidence).toList());
        properties.put("pathFromIds", cause.path().stream().map(PathStep::fromId).toList());
        properties.put("pathVia", cause.path().stream().map(PathStep::via).toList());
        properties.put("pathToIds", cause.path().stream().map(PathStep::toId).toList());
        properties.put("pathObserved", cause.path().stream().map(PathStep::observed).toList());
        properties.put("evidenceFor", cause.evidenceFor());
        properties.put("evidenceAgainst", cause.evidenceAgainst());
        return properties;
    }

    static Cause fromProperties(Properties cause) {
        return new Cause((int) cause.number("rank"), cause.text("ciId"), CauseKind.valueOf(cause.text("kind")), cause.decimal("score"),
                cause.decimal("confidence"), cause.textOrNull("deploymentId"), terms(cause), path(cause), cause.texts("evidenceFor"),
                cause.texts("evidenceAgainst"));
    }

    private static List<Term> terms(Properties cause) {
        List<String> names = cause.texts("termNames");
        List<Double> weights = cause.decimals("termWeights");
        List<Double> values = cause.decimals("termValues");
        List<String> evidence = cause.texts("termEvidence");
        return IntStream.range(0, names.size()).mapToObj(i -> new Term(names.get(i), weights.get(i), values.get(i), evidence.get(i)))
                .toList();
    }

    private static List<PathStep> path(Properties cause) {
        List<String> fromIds = cause.texts("pathFromIds");
        List<String> via = cause.texts("pathVia");
        List<String> toIds = cause.texts("pathToIds");
        List<Boolean> observed = cause.flags("pathObserved");
        return IntStream.range(0, via.size()).mapToObj(i -> new PathStep(fromIds.get(i), via.get(i), toIds.get(i), observed.get(i)))
                .toList();
    }
}
