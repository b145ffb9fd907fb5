package dev.faultline.api.handling;

import java.time.Instant;
import java.util.Set;

import dev.faultline.graph.review.Act;

/// Something that a person asks to be done to incidents.
public sealed interface Handling {
    /// The incident that it is asked of.
    String incidentId();

    /// Who asks, and why.
    record Said(String by, String reason) {
        public Act act(Act.Kind kind, Instant at, String otherId) {
            return new Act(kind, by, reason, at, otherId);
        }
    }

    /// It is over.
    record Resolve(String incidentId) implements Handling {}

    /// It is part of another one.
    record Merge(String incidentId, String intoId, Said said) implements Handling {}

    /// Some of its alerts are another one.
    ///
    /// @param newId the id that this one gets
    record Split(String incidentId, String newId, Set<String> alertKeys, Said said) implements Handling {
        public Split {
            alertKeys = Set.copyOf(alertKeys);
        }
    }
}
