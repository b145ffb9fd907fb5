package dev.faultline.graph.feedback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// What a person says of one cause of an incident's ranking.
///
/// @param id the same for the same words of the same person
/// @param rankingVersion the ranking that is judged
/// @param ciId the cause that is judged; null where the ranking named none and that is what is wrong
/// @param place the rank that the judged cause had; null where none was named
/// @param confidence how sure the ranking was of it; 0 where none was named
/// @param actualCiId what it really was, where that is a CI
/// @param actual what it really was, in words
/// @param actualPlace the rank that the real cause had; 0 where the ranking did not name it, null where it is not told
/// @param by who says so
public record Feedback(String id, String incidentId, long rankingVersion, Verdict verdict, @Nullable String ciId, @Nullable Integer place,
        double confidence, @Nullable String actualCiId, @Nullable String actual, @Nullable Integer actualPlace, String by, String reason,
        Instant at) {
    public Feedback {
        Required.text("feedback id", id);
        Required.text("feedback incidentId", incidentId);
        Required.text("feedback by", by);
        if (verdict == Verdict.CONFIRMED && ciId == null) {
            throw new IllegalArgumentException("feedback on incident " + incidentId + " confirms no cause, expected one");
        }
    }
}
