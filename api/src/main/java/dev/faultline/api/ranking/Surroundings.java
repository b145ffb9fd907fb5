package dev.faultline.api.ranking;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.scene.Neighbourhood;
import dev.faultline.rca.topology.TopologySnapshot;

/// The CIs around what is suffered, nearest first: those for which evidence is read.
final class Surroundings {
    private Surroundings() {}

    /// Walks from the symptoms, or where there are none from the alerts, within the limits of the rules.
    static Set<String> of(TopologySnapshot snapshot, Collection<Symptom> symptoms, Collection<Alert> alerts, Rules.Limits limits) {
        Set<Integer> seeds = new LinkedHashSet<>();
        symptoms.forEach(symptom -> addEnds(symptom.subject(), snapshot, seeds));
        for (Alert alert : alerts) {
            Subject subject = alert.subject();
            if (subject != null) {
                addEnds(subject, snapshot, seeds);
            }
        }
        Set<String> ciIds = new LinkedHashSet<>();
        Neighbourhood.around(snapshot, seeds, limits).forEach(node -> ciIds.add(snapshot.node(node).id()));
        return ciIds;
    }

    private static void addEnds(Subject subject, TopologySnapshot snapshot, Set<Integer> seeds) {
        List<String> ends = switch (subject) {
            case Subject.OfCi ci -> List.of(ci.ciId());
            case Subject.OfCalls calls -> List.of(calls.callerId(), calls.calleeId());
        };
        ends.forEach(ciId -> snapshot.find(ciId).ifPresent(seeds::add));
    }
}
