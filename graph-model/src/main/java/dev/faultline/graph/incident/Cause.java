package dev.faultline.graph.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// One ranked candidate of an incident, with its score, the terms of that score, and evidence for and against.
///
/// @param rank 1 is the most likely
/// @param score sum of the terms' contributions
/// @param confidence in [0, 1]
/// @param deploymentId the change that is blamed; null where none is
/// @param path from the cause to the symptoms
public record Cause(int rank, String ciId, CauseKind kind, double score, double confidence, @Nullable String deploymentId, List<Term> terms,
        List<PathStep> path, List<String> evidenceFor, List<String> evidenceAgainst) {
    public Cause {
        Required.text("cause ciId", ciId);
        terms = List.copyOf(terms);
        path = List.copyOf(path);
        evidenceFor = List.copyOf(evidenceFor);
        evidenceAgainst = List.copyOf(evidenceAgainst);
    }
}
