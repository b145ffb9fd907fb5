package dev.faultline.rca.incident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.topology.TopologySnapshot;

/// Decides which alerts belong together: near in the topology, which takes in shared hosts and callees, and near in time.
///
/// Pure, and independent of the order of the alerts. An incident keeps its id as alerts join it; where alerts join two incidents, the
/// older one takes the other in. A new incident is named after its earliest alert, so that the same alerts give the same id.
/// Alerts without a subject stand for themselves. O(alerts log alerts + alerting CIs x edges within reach).
public final class IncidentGrouping {
    private static final Comparator<Alert> BY_START = Comparator.comparing(Alert::startsAt).thenComparing(Alert::key);

    private final GroupingRules rules;

    public IncidentGrouping(GroupingRules rules) {
        this.rules = rules;
    }

    /// Puts alerts that belong together into groups, each with the incident that it continues.
    ///
    /// @param alerts those that are to be grouped: of open incidents and new ones
    /// @param incidents open incidents that alerts may belong to already
    /// @return a group for each incident, by start and id
    public List<AlertGroup> group(Collection<Alert> alerts, TopologySnapshot snapshot, Collection<Incident> incidents) {
        List<Alert> sorted = alerts.stream().sorted(BY_START).toList();
        DisjointSets sets = joined(sorted, snapshot);
        joinKnown(sorted, incidents, sets);
        Map<Integer, List<Alert>> groups = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            groups.computeIfAbsent(sets.find(i), absent -> new ArrayList<>()).add(sorted.get(i));
        }
        Map<String, Incident> incidentOf = new HashMap<>();
        incidents.stream().sorted(AGE.reversed())
                .forEach(incident -> incident.alertKeys().forEach(key -> incidentOf.put(key, incident)));
        return groups.values().stream().map(group -> named(group, incidentOf))
                .sorted(Comparator.comparing(AlertGroup::startedAt).thenComparing(AlertGroup::incidentId)).toList();
    }

    private static final Comparator<Incident> AGE = Comparator.comparing(Incident::startedAt).thenComparing(Incident::id);

    private DisjointSets joined(List<Alert> sorted, TopologySnapshot snapshot) {
        DisjointSets sets = new DisjointSets(sorted.size());
        Map<Integer, List<Integer>> byNode = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int node : nodes(sorted.get(i), snapshot)) {
                byNode.computeIfAbsent(node, absent -> new ArrayList<>()).add(i);
            }
        }
        NearbyCis nearby = new NearbyCis(snapshot, rules, byNode.keySet());
        byNode.forEach((node, own) -> {
            join(sorted, own, own, sets);
            nearby.of(node).forEach(near -> join(sorted, own, byNode.getOrDefault(near, List.of()), sets));
        });
        return sets;
    }

    /// What an alert is on; an alert on calls is on both ends.
    private static Set<Integer> nodes(Alert alert, TopologySnapshot snapshot) {
        Set<Integer> nodes = new HashSet<>();
        Subject subject = alert.subject();
        if (subject instanceof Subject.OfCalls calls) {
            snapshot.find(calls.callerId()).ifPresent(nodes::add);
        }
        if (subject != null) {
            OptionalInt owner = snapshot.find(subject.owner());
            owner.ifPresent(nodes::add);
        }
        return nodes;
    }

    /// Joins each alert of one CI with the closest in time of the other; both lists ascend in time.
    private void join(List<Alert> sorted, List<Integer> own, List<Integer> others, DisjointSets sets) {
        int next = 0;
        for (int alert : own) {
            while (next < others.size() && others.get(next) <= alert) {
                next++;
            }
            if (next < others.size()) {
                joinIfClose(sorted, alert, others.get(next), sets);
            }
            if (next > 0) {
                joinIfClose(sorted, others.get(next - 1), alert, sets);
            }
        }
    }

    private void joinIfClose(List<Alert> sorted, int earlier, int later, DisjointSets sets) {
        Duration apart = Duration.between(sorted.get(earlier).startsAt(), sorted.get(later).startsAt());
        if (apart.compareTo(rules.gap()) <= 0) {
            sets.join(earlier, later);
        }
    }

    /// What was put together stays together.
    private static void joinKnown(List<Alert> sorted, Collection<Incident> incidents, DisjointSets sets) {
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            position.put(sorted.get(i).key(), i);
        }
        for (Incident incident : incidents) {
            List<Integer> members = incident.alertKeys().stream().filter(position::containsKey).map(position::get).toList();
            members.forEach(member -> sets.join(members.getFirst(), member));
        }
    }

    private static AlertGroup named(List<Alert> group, Map<String, Incident> incidentOf) {
        List<Incident> known = group.stream().map(Alert::key).filter(incidentOf::containsKey).map(incidentOf::get).distinct().sorted(AGE)
                .toList();
        String id = known.isEmpty() ? name(group.getFirst()) : known.getFirst().id();
        List<String> absorbed = known.stream().skip(1).map(Incident::id).toList();
        return new AlertGroup(id, !known.isEmpty(), absorbed, group.getFirst().startsAt(),
                group.stream().map(Alert::key).distinct().sorted().toList());
    }

    private static String name(Alert earliest) {
        String seed = earliest.key() + "@" + earliest.startsAt().toEpochMilli();
        return "incident-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }
}
