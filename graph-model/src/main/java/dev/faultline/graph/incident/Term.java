package dev.faultline.graph.incident;

/// One additive part of a cause's score; the parts add up to the score.
///
/// @param name the term's name in the rules
/// @param weight how much the rules let it count
/// @param value the measured strength, mostly in [0, 1]
/// @param evidence the observation behind the value, as a sentence
public record Term(String name, double weight, double value, String evidence) {

    /// What the term adds to the score.
    public double contribution() {
        return weight * value;
    }
}
