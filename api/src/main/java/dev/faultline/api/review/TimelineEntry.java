package dev.faultline.api.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One thing that happened around an incident.
///
/// @param sentence what happened
/// @param ciId where; null where it is about no one CI
public record TimelineEntry(Instant at, Kind kind, String sentence, @Nullable String ciId) {

    /// What sort of thing happened; of those at the same time, the first of these comes first.
    public enum Kind {
        GRAPH_CHANGE, DEPLOYMENT, MAINTENANCE, FAULT, FIRST_SYMPTOM, ALERT_FIRED, MERGED, RANKED, PERSON, ALERT_RESOLVED, RECOVERED
    }
}
