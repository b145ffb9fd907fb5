package dev.faultline.rca.term;

/// How strongly one kind of evidence speaks for a candidate.
///
/// @param value strength, in [0, 1]
/// @param evidence the observation behind it, as a sentence
/// @param ciId the facet of the unit that the evidence is about
public record Rating(double value, String evidence, String ciId) {}
