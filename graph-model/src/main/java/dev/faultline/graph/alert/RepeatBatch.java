package dev.faultline.graph.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.notice.AlertEpisode;
import dev.faultline.graph.alert.notice.AlertNotices;
import dev.faultline.graph.neo4j.GraphWork;

/// The part of a batch that says again what is stored already: it changes counters and times, and costs one short write an alert.
///
/// An alert that somebody else wrote since it was remembered is left alone, as its number of notices tells; it is for the
/// longer way of [AlertBatch].
final class RepeatBatch {

    private final GraphWork work;
    private final KnownAlerts known;

    RepeatBatch(GraphWork work, KnownAlerts known) {
        this.work = work;
        this.known = known;
    }

    /// Counts the repeats among what arrived, and returns what is stored of these alerts now, by their keys.
    ///
    /// @param arrived in the order of keys, so that two writers cannot wait for each other
    Map<String, AlertNotices> count(SortedMap<String, AlertNotices> arrived) {
        var after = new HashMap<String, AlertNotices>();
        var rows = new ArrayList<Map<String, Object>>();
        arrived.forEach((key, came) -> {
            AlertNotices before = known.get(key);
            AlertNotices repeated = before == null ? null : repeated(before, came);
            if (before != null && repeated != null) {
                after.put(key, repeated);
                rows.add(Map.of("key", key, "noticesBefore", before.notices(), "changes", changes(repeated)));
            }
        });
        if (!rows.isEmpty()) {
            Set<String> counted = new HashSet<>(work.list("alert/count-repeats", Map.of("rows", rows), row -> row.get("key").asString()));
            after.keySet().retainAll(counted);
        }
        return after;
    }

    /// Both together where the second says nothing new, else null.
    private static @Nullable AlertNotices repeated(AlertNotices before, AlertNotices came) {
        if (!before.speaksOfTheSameEpisodeAs(came)) {
            return null;
        }
        AlertNotices all = before.join(came);
        return all.differsVisiblyFrom(before) ? null : all;
    }

    private static Map<String, @Nullable Object> changes(AlertNotices all) {
        AlertEpisode current = all.current();
        var changes = new HashMap<String, @Nullable Object>();
        changes.put("notices", all.notices());
        changes.put("lastSeenAtMillis", all.lastSeenAt().toEpochMilli());
        changes.put("saidAtMillis", all.word().saidAt().toEpochMilli());
        changes.put("firingSeenAtMillis", AlertProperties.millis(current.firingSeenAt()));
        changes.put("overSeenAtMillis", AlertProperties.millis(current.overSeenAt()));
        changes.put("endedAtMillis", AlertProperties.millis(current.endedAt()));
        return changes;
    }

}
