package dev.faultline.api.incident;

import java.util.List;
import java.util.Set;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.Incident;
import dev.faultline.rca.incident.AlertGroup;
import dev.faultline.rca.incident.KeptApart;

/// Decides which alerts belong together.
@FunctionalInterface
interface Grouping {

    /// Groups alerts into the incidents that are there and new ones.
    ///
    /// @param alerts those that fire or did lately
    /// @param incidents those that are open or were lately
    /// @param apart incidents that must not become one
    List<AlertGroup> group(List<Alert> alerts, List<Incident> incidents, Set<KeptApart> apart);
}
