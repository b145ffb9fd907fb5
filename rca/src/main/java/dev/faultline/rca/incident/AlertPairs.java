package dev.faultline.rca.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.topology.TopologySnapshot;

/// The pairs of alerts that may belong together: those on CIs near one another, and of those without a CI the ones that are called
/// the same or that their monitor groups; of two places each alert is paired with the closest in time before and after it.
final class AlertPairs {

    /// Takes a pair by the places of its alerts in the list.
    @FunctionalInterface
    interface Taker {
        void take(int earlier, int later);
    }

    private final List<Alert> sorted;
    private final TopologySnapshot snapshot;
    private final GroupingRules rules;

    /// @param sorted ascending in time
    AlertPairs(List<Alert> sorted, TopologySnapshot snapshot, GroupingRules rules) {
        this.sorted = sorted;
        this.snapshot = snapshot;
        this.rules = rules;
    }

    void forEach(Taker taker) {
        Map<Integer, List<Integer>> byNode = new TreeMap<>();
        Map<String, List<Integer>> byName = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int node : nodes(sorted.get(i))) {
                byNode.computeIfAbsent(node, absent -> new ArrayList<>()).add(i);
            }
            for (String name : names(sorted.get(i))) {
                byName.computeIfAbsent(name, absent -> new ArrayList<>()).add(i);
            }
        }
        NearbyCis nearby = new NearbyCis(snapshot, rules, byNode.keySet());
        byNode.forEach((node, own) -> {
            pair(own, own, taker);
            nearby.of(node).forEach(near -> pair(own, byNode.getOrDefault(near, List.of()), taker));
        });
        byName.values().forEach(own -> pair(own, own, taker));
    }

    /// What an alert is on; an alert on calls is on both ends.
    private Set<Integer> nodes(Alert alert) {
        Set<Integer> nodes = new HashSet<>();
        Subject subject = alert.subject();
        if (subject instanceof Subject.OfCalls calls) {
            snapshot.find(calls.callerId()).ifPresent(nodes::add);
        }
        if (subject != null) {
            snapshot.find(subject.owner()).ifPresent(nodes::add);
        }
        return nodes;
    }

    /// What an alert without a subject is known by.
    private static List<String> names(Alert alert) {
        if (alert.subject() != null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(List.of("name " + alert.source() + " " + alert.name()));
        String group = alert.annotations().get(Alert.GROUP);
        if (group != null) {
            names.add("group " + alert.source() + " " + group);
        }
        return names;
    }

    /// Pairs each alert of one place with the closest in time of the other; both lists ascend in time.
    private static void pair(List<Integer> own, List<Integer> others, Taker taker) {
        int next = 0;
        for (int alert : own) {
            while (next < others.size() && others.get(next) < alert) {
                next++;
            }
            int before = next - 1;
            if (next < others.size() && others.get(next) == alert) {
                next++;
            }
            if (next < others.size()) {
                taker.take(alert, others.get(next));
            }
            if (before >= 0) {
                taker.take(others.get(before), alert);
            }
        }
    }
}
