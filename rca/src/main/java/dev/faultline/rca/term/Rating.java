package dev.faultline.rca.term;

import org.jspecify.annotations.Nullable;

/// How strongly one kind of evidence speaks for a candidate.
///
/// @param value strength, in [0, 1]
/// @param evidence the observation behind it, as a sentence
/// @param ciId the facet of the unit that the evidence is about
/// @param deploymentId the change that the evidence is about; null where it is about none
public record Rating(double value, String evidence, String ciId, @Nullable String deploymentId) {

    public Rating(double value, String evidence, String ciId) {
        this(value, evidence, ciId, null);
    }
}
