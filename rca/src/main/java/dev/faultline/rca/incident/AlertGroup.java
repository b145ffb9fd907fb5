package dev.faultline.rca.incident;

import java.time.Instant;
import java.util.List;

/// Alerts that make one incident.
///
/// @param incidentId the incident that stands for them
/// @param known whether that incident existed before
/// @param absorbed ids of other incidents that it takes in, as their alerts turned out to belong here
/// @param startedAt when the earliest alert began
/// @param alertKeys keys of the alerts, in ascending order
public record AlertGroup(String incidentId, boolean known, List<String> absorbed, Instant startedAt, List<String> alertKeys) {
    public AlertGroup {
        absorbed = List.copyOf(absorbed);
        alertKeys = List.copyOf(alertKeys);
    }
}
