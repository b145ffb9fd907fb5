package dev.faultline.graph.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.review.Act;

/// What people did to an incident that is stored with it.
///
/// @param split from which incident they took its alerts; null where they did not
public record ByPeople(@Nullable Split split, List<ActOn> acts) {
    public static final ByPeople NONE = new ByPeople(null, List.of());

    public ByPeople {
        acts = List.copyOf(acts);
    }

    /// Alerts that were of another incident before.
    public record Split(String fromId, List<String> alertKeys) {
        public Split {
            alertKeys = List.copyOf(alertKeys);
        }
    }

    /// An act and the incident that it was done to.
    public record ActOn(String incidentId, Act act) {}
}
