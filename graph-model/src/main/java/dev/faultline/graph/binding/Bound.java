package dev.faultline.graph.binding;

import java.util.List;

import dev.faultline.graph.symptom.Subject;

/// What was found for a lookup.
///
/// @param edgeIds the stored call edges where the subject is calls; else empty
public record Bound(Subject subject, List<String> edgeIds) {
    public Bound {
        edgeIds = List.copyOf(edgeIds);
    }

    /// The CI that is the subject, as a list of one; empty where the subject is calls.
    public List<String> ciIds() {
        return subject instanceof Subject.OfCi ci ? List.of(ci.ciId()) : List.of();
    }
}
