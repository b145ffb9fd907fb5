package dev.faultline.graph.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.graph.alert.notice.AlertEpisode;
import dev.faultline.graph.alert.notice.AlertNotices;
import dev.faultline.graph.alert.notice.LastWord;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// The properties of an alert's node. Times are epoch milliseconds; labels and annotations are JSON objects.
///
/// The current episode has properties of its own; earlier ones are lists, which nearly no alert has.
final class AlertProperties {

    /// Stands for "never" in lists, which cannot hold null, and for the end of a firing alert the other way round.
    private static final long NEVER = -1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private AlertProperties() {}

    /// All properties of an alert; what is null is not kept.
    static Map<String, @Nullable Object> of(StoredAlert alert) {
        AlertNotices notices = alert.notices();
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("key", notices.key());
        properties.put("source", notices.source());
        properties.put("fingerprint", notices.fingerprint());
        properties.put("name", alert.name());
        properties.put("state", notices.state().name());
        properties.put("severity", alert.severity().name());
        properties.put("signal", alert.signal().name());
        properties.put("labels", JSON.writeValueAsString(new TreeMap<>(notices.word().labels())));
        properties.put("annotations", JSON.writeValueAsString(new TreeMap<>(notices.word().annotations())));
        properties.put("saidAtMillis", notices.word().saidAt().toEpochMilli());
        properties.put("lastSeenAtMillis", notices.lastSeenAt().toEpochMilli());
        properties.put("notices", notices.notices());
        putCurrent(properties, notices.current());
        putPast(properties, notices.episodes());
        properties.putAll(ofSubject(alert.subject()));
        return properties;
    }

    /// The properties that name what an alert is about; null where it is something else.
    static Map<String, @Nullable Object> ofSubject(@Nullable Subject subject) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("ciId", subject instanceof Subject.OfCi ci ? ci.ciId() : null);
        properties.put("callerId", subject instanceof Subject.OfCalls calls ? calls.callerId() : null);
        properties.put("calleeId", subject instanceof Subject.OfCalls calls ? calls.calleeId() : null);
        return properties;
    }

    /// What has to be set so that the first becomes the second; null removes.
    static Map<String, @Nullable Object> changes(StoredAlert before, StoredAlert after) {
        Map<String, @Nullable Object> old = of(before);
        Map<String, @Nullable Object> changed = of(after);
        changed.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), old.get(entry.getKey())));
        return changed;
    }

    private static void putCurrent(Map<String, @Nullable Object> properties, AlertEpisode current) {
        properties.put("startsAtMillis", current.startsAt().toEpochMilli());
        properties.put("endedAtMillis", millis(current.endedAt()));
        properties.put("firingSeenAtMillis", millis(current.firingSeenAt()));
        properties.put("resolvedAtMillis", millis(current.resolvedAt()));
        properties.put("overSeenAtMillis", millis(current.overSeenAt()));
        properties.put("startGuessed", current.startKnown() ? null : true);
        properties.put("activeUntilMillis", current.resolvedAt() == null ? Long.MAX_VALUE : current.resolvedAt().toEpochMilli());
    }

    private static void putPast(Map<String, @Nullable Object> properties, List<AlertEpisode> episodes) {
        List<AlertEpisode> past = episodes.subList(0, episodes.size() - 1);
        var until = new ArrayList<Long>();
        for (int i = 0; i < past.size(); i++) {
            long next = episodes.get(i + 1).startsAt().toEpochMilli();
            Instant resolvedAt = past.get(i).resolvedAt();
            until.add(resolvedAt == null ? next : Math.min(next, resolvedAt.toEpochMilli()));
        }
        properties.put("pastStartsMillis", listOrNull(past.stream().map(episode -> episode.startsAt().toEpochMilli()).toList()));
        properties.put("pastEndsMillis", listOrNull(past.stream().map(episode -> orNever(episode.endedAt())).toList()));
        properties.put("pastFiringSeenMillis", listOrNull(past.stream().map(episode -> orNever(episode.firingSeenAt())).toList()));
        properties.put("pastUntilMillis", listOrNull(until));
        boolean allKnown = past.stream().allMatch(AlertEpisode::startKnown);
        boolean noneOver = allKnown && past.stream().allMatch(episode -> episode.overSeenAt() == null);
        properties.put("pastOverSeenMillis", noneOver ? null : past.stream().map(episode -> orNever(episode.overSeenAt())).toList());
        properties.put("pastStartsGuessed", allKnown ? null : past.stream().map(episode -> !episode.startKnown()).toList());
    }

    /// The alert that a node's properties tell of.
    static StoredAlert read(Map<String, Object> node) {
        var episodes = new ArrayList<>(past(node));
        Instant startsAt = Instant.ofEpochMilli(number(node, "startsAtMillis"));
        episodes.add(new AlertEpisode(startsAt, time(node.get("endedAtMillis")), time(node.get("firingSeenAtMillis")),
                !Boolean.TRUE.equals(node.get("startGuessed")), time(node.get("overSeenAtMillis"))));
        var word = new LastWord(startsAt, Instant.ofEpochMilli(number(node, "saidAtMillis")), texts(node, "labels"),
                texts(node, "annotations"));
        var notices = new AlertNotices(text(node, "source"), text(node, "fingerprint"), episodes, word, number(node, "notices"),
                Instant.ofEpochMilli(number(node, "lastSeenAtMillis")));
        return new StoredAlert(notices, text(node, "name"), Severity.valueOf(text(node, "severity")), Signal.valueOf(text(node, "signal")),
                subject(node));
    }

    private static List<AlertEpisode> past(Map<String, Object> node) {
        List<?> starts = list(node, "pastStartsMillis");
        List<?> ends = list(node, "pastEndsMillis");
        List<?> firingSeen = list(node, "pastFiringSeenMillis");
        List<?> guessed = list(node, "pastStartsGuessed");
        List<?> over = list(node, "pastOverSeenMillis");
        var episodes = new ArrayList<AlertEpisode>();
        for (int i = 0; i < starts.size(); i++) {
            boolean startKnown = guessed.isEmpty() || !Boolean.TRUE.equals(guessed.get(i));
            episodes.add(
                    new AlertEpisode(Instant.ofEpochMilli((Long) starts.get(i)), time(ends.get(i)), time(firingSeen.get(i)), startKnown,
                            over.isEmpty() ? null : time(over.get(i))));
        }
        return episodes;
    }

    private static @Nullable Subject subject(Map<String, Object> node) {
        if (node.get("ciId") instanceof String ciId) {
            return new Subject.OfCi(ciId);
        }
        boolean calls = node.get("callerId") instanceof String && node.get("calleeId") instanceof String;
        return calls ? new Subject.OfCalls(text(node, "callerId"), text(node, "calleeId")) : null;
    }

    private static Map<String, String> texts(Map<String, Object> node, String property) {
        return JSON.readValue(text(node, property), TEXTS);
    }

    private static List<?> list(Map<String, Object> node, String property) {
        return node.get(property) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<String, Object> node, String property) {
        return (String) Objects.requireNonNull(node.get(property), property);
    }

    private static long number(Map<String, Object> node, String property) {
        return (Long) Objects.requireNonNull(node.get(property), property);
    }

    private static @Nullable Instant time(@Nullable Object millis) {
        return millis instanceof Long value && value != NEVER ? Instant.ofEpochMilli(value) : null;
    }

    static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static long orNever(@Nullable Instant time) {
        return time == null ? NEVER : time.toEpochMilli();
    }

    private static @Nullable List<Long> listOrNull(List<Long> list) {
        return list.isEmpty() ? null : list;
    }
}
