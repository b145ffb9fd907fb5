package dev.faultline.api.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.suppression.SuppressionStore.AlertLinks;

/// Which suppressions alerts are linked to in the graph, so that only what changed is written.
final class SuppressionLinks {
    private Map<String, Set<String>> stored = new HashMap<>();

    void restore(Map<String, Set<String>> links) {
        stored = new HashMap<>(links);
    }

    /// What is to be written so that the graph has these; a link to what is over ends with it, and needs no word of its own.
    ///
    /// @param held ids of suppressions by alert key
    /// @param activeIds those that hold alerts back now
    List<AlertLinks> due(Map<String, Set<String>> held, Set<String> activeIds) {
        Set<String> keys = new HashSet<>(stored.keySet());
        keys.addAll(held.keySet());
        List<AlertLinks> due = new ArrayList<>();
        for (String key : keys) {
            Set<String> before = stored.getOrDefault(key, Set.of());
            Set<String> now = held.getOrDefault(key, Set.of());
            Set<String> begun = new HashSet<>(now);
            begun.removeAll(before);
            Set<String> ended = new HashSet<>(before);
            ended.removeAll(now);
            ended.retainAll(activeIds);
            if (!begun.isEmpty() || !ended.isEmpty()) {
                due.add(new AlertLinks(key, begun, ended));
            }
        }
        return due;
    }

    /// Remembers that the graph has these.
    void stored(Map<String, Set<String>> held) {
        stored = held;
    }
}
