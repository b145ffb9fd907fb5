package dev.faultline.graph.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectFinder;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.neo4j.GraphWork;

/// Binds alerts that came before the CI or call edge that they are about, page by page.
final class AlertBinder {

    /// How many unbound alerts one pass looks at.
    static final int PAGE_MAX = 2_000;

    private final AlertReader reader;

    AlertBinder(AlertReader reader) {
        this.reader = reader;
    }

    /// What one pass did.
    ///
    /// @param lastKey where the next pass goes on; empty where this one reached the end
    record Pass(List<AlertChange> changes, String lastKey) {}

    /// Looks at the unbound alerts after a key.
    Pass bind(GraphWork work, String afterKey) {
        List<StoredAlert> unbound = work.list("alert/list-unbound-alerts", Map.of("afterKey", afterKey, "limit", PAGE_MAX),
                row -> AlertProperties.read(row.get("alert").asMap()));
        var lookups = new HashMap<String, List<SubjectLookup>>();
        unbound.forEach(alert -> lookups.put(alert.notices().key(),
                reader.read(alert.notices().word().labels(), alert.notices().word().annotations()).lookups()));
        Map<List<SubjectLookup>, Bound> found = new SubjectFinder(work).find(lookups.values());
        var rows = new ArrayList<Map<String, Object>>();
        var changes = new ArrayList<AlertChange>();
        for (StoredAlert alert : unbound) {
            Bound bound = found.get(lookups.getOrDefault(alert.notices().key(), List.of()));
            if (bound != null) {
                rows.add(row(alert.notices().key(), bound));
                changes.add(new AlertChange(alert.toAlert(), alert.with(bound.subject()).toAlert()));
            }
        }
        if (!rows.isEmpty()) {
            work.run("alert/bind-alerts", Map.of("rows", rows));
        }
        return new Pass(changes, unbound.size() < PAGE_MAX ? "" : unbound.getLast().notices().key());
    }

    static Map<String, Object> row(String key, Bound bound) {
        return Map.of("key", key, "ciIds", bound.ciIds(), "edgeIds", bound.edgeIds(), "changes",
                AlertProperties.ofSubject(bound.subject()));
    }
}
