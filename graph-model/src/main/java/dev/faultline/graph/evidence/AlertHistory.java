package dev.faultline.graph.evidence;

import java.util.Map;

/// How often each alert took part in earlier incidents of the same estate; says nothing of what their causes were.
///
/// An alert that joins nearly every incident tells nothing about this one, a rare alert tells much.
///
/// @param incidents how many earlier incidents were looked at
/// @param incidentsByFingerprint in how many of them an alert of this fingerprint took part
/// @param incidentsByName in how many of them an alert of this name took part, wherever it fired; a name that is absent may have
/// taken part in any
public record AlertHistory(int incidents, Map<String, Integer> incidentsByFingerprint, Map<String, Integer> incidentsByName) {
    public static final AlertHistory NONE = new AlertHistory(0, Map.of());

    /// A history that does not tell how common names are.
    public AlertHistory(int incidents, Map<String, Integer> incidentsByFingerprint) {
        this(incidents, incidentsByFingerprint, Map.of());
    }

    public AlertHistory {
        if (incidents < 0) {
            throw new IllegalArgumentException("alert history has " + incidents + " incidents, expected none or more");
        }
        incidentsByFingerprint = Map.copyOf(incidentsByFingerprint);
        incidentsByName = Map.copyOf(incidentsByName);
    }
}
