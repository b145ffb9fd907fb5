package dev.faultline.graph.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What tells two causes of a ranking apart, and which observations that are missing would.
///
/// @param rank rank of the likelier cause
/// @param otherRank rank of the other one
/// @param gap by how much their scores differ
/// @param decidedBy the term that speaks most for the likelier one against the other; null where none does
/// @param missing what was not observed at either and counts for their scores, what could change most first
/// @param sentence the same in words
public record Distinction(int rank, int otherRank, double gap, @Nullable String decidedBy, List<Missing> missing, String sentence) {
    public Distinction {
        missing = List.copyOf(missing);
    }

    /// A kind of observation.
    public enum Observation {
        LATENCY, ERRORS, TRAFFIC, RESOURCE, SPANS, LOGS
    }

    /// An observation that there is none of.
    ///
    /// @param ciId where it would be made
    /// @param rank rank of the cause whose score it would count for
    /// @param term the term that would use it
    /// @param couldAdd how much it could add to that score at the most
    /// @param couldTurn whether that would be enough to change the order of the two
    public record Missing(String ciId, Observation observation, int rank, String term, double couldAdd, boolean couldTurn) {}
}
