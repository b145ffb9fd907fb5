package dev.faultline.graph.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertNotices;
import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectFinder;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.neo4j.GraphWork;

/// One batch of notices on its way into the graph, within one transaction.
///
/// What is stored is read under a lock, joined with what came, and written back: however many Faultlines write, and in
/// whatever order notices come, the outcome is the same.
final class AlertBatch {

    private final GraphWork work;
    private final AlertReader reader;
    private final RepeatBatch repeats;

    AlertBatch(GraphWork work, AlertReader reader, KnownAlerts known) {
        this.work = work;
        this.reader = reader;
        repeats = new RepeatBatch(work, known);
    }

    /// What a batch did, once its transaction is committed.
    ///
    /// @param changes alerts that are visibly different now
    /// @param stored what is stored now of each alert of the batch
    record Outcome(List<AlertChange> changes, List<AlertNotices> stored) {}

    /// Writes the notices.
    Outcome write(List<AlertNotice> notices) {
        var arrived = new TreeMap<String, AlertNotices>();
        for (AlertNotice notice : notices) {
            AlertNotices one = AlertNotices.of(notice);
            arrived.merge(one.key(), one, AlertNotices::join);
        }
        Map<String, AlertNotices> repeated = repeats.count(arrived);
        var stored = new ArrayList<>(repeated.values());
        arrived.keySet().removeAll(repeated.keySet());
        List<AlertChange> changes = arrived.isEmpty() ? List.of() : write(arrived, stored);
        return new Outcome(changes, stored);
    }

    private List<AlertChange> write(SortedMap<String, AlertNotices> arrived, List<AlertNotices> stored) {
        Map<String, StoredAlert> before = stored(List.copyOf(arrived.keySet()));
        var after = new LinkedHashMap<String, StoredAlert>();
        var lookups = new HashMap<String, List<SubjectLookup>>();
        arrived.forEach((key, came) -> after.put(key, joined(before.get(key), came, lookups)));
        Map<List<SubjectLookup>, Bound> found = lookups.isEmpty() ? Map.of() : new SubjectFinder(work).find(lookups.values());
        var bound = new HashMap<String, Bound>();
        lookups.forEach((key, wanted) -> {
            Bound subject = found.get(wanted);
            if (subject != null) {
                bound.put(key, subject);
                after.computeIfPresent(key, (same, alert) -> alert.with(subject.subject()));
            }
        });
        store(before, after, bound);
        after.values().forEach(alert -> stored.add(alert.notices()));
        return changes(before, after);
    }

    private Map<String, StoredAlert> stored(List<String> keys) {
        var stored = new HashMap<String, StoredAlert>();
        work.list("alert/lock-alerts", Map.of("keys", keys), row -> AlertProperties.read(row.get("alert").asMap()))
                .forEach(alert -> stored.put(alert.notices().key(), alert));
        return stored;
    }

    private StoredAlert joined(@Nullable StoredAlert before, AlertNotices came, Map<String, List<SubjectLookup>> lookups) {
        AlertNotices all = before == null ? came : before.notices().join(came);
        if (before != null && !all.differsVisiblyFrom(before.notices())) {
            return before.with(all);
        }
        AlertMeaning meaning = reader.read(all.word().labels(), all.word().annotations());
        boolean newEpisode = before == null || !before.notices().current().startsAt().equals(all.current().startsAt());
        if (newEpisode || (before != null && before.subject() == null)) {
            lookups.put(all.key(), meaning.lookups());
        }
        return StoredAlert.of(all, meaning, before == null ? null : before.subject());
    }

    private void store(Map<String, StoredAlert> before, SequencedMap<String, StoredAlert> after, Map<String, Bound> bound) {
        var created = new ArrayList<Map<String, Object>>();
        var updated = new ArrayList<Map<String, Object>>();
        var rebound = new ArrayList<Map<String, Object>>();
        after.forEach((key, alert) -> {
            StoredAlert old = before.get(key);
            Bound subject = bound.get(key);
            if (old == null) {
                created.add(creation(alert, subject));
                return;
            }
            updated.add(Map.of("key", key, "changes", AlertProperties.changes(old, alert)));
            if (subject != null && !subject.subject().equals(old.subject())) {
                rebound.add(AlertBinder.row(key, subject));
            }
        });
        run("alert/create-alerts", created);
        run("alert/update-alerts", updated);
        run("alert/bind-alerts", rebound);
    }

    private static Map<String, Object> creation(StoredAlert alert, @Nullable Bound bound) {
        return Map.of("properties", AlertProperties.of(alert), "ciIds", bound == null ? List.of() : bound.ciIds(), "edgeIds",
                bound == null ? List.of() : bound.edgeIds(), "unbound", bound == null);
    }

    private void run(String query, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            work.run(query, Map.of("rows", rows));
        }
    }

    private static List<AlertChange> changes(Map<String, StoredAlert> before, SequencedMap<String, StoredAlert> after) {
        var changes = new ArrayList<AlertChange>();
        after.forEach((key, alert) -> {
            StoredAlert old = before.get(key);
            if (old == null || alert.notices().differsVisiblyFrom(old.notices())) {
                changes.add(new AlertChange(old == null ? null : old.toAlert(), alert.toAlert()));
            }
        });
        return changes;
    }
}
