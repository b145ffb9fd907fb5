package dev.faultline.graph.alert;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.notice.AlertNotices;

/// What was last stored of the alerts that were heard of last, so that a repeat needs no look into the graph.
///
/// It may be behind: whoever relies on it checks the number of notices, which grows with each write of an alert.
final class KnownAlerts {

    /// How many characters of labels and annotations are remembered.
    static final long CHARACTERS_MAX = 16_000_000;

    /// What an alert counts beside its texts.
    private static final int ALERT_CHARACTERS = 200;

    private final SequencedMap<String, AlertNotices> byKey = new LinkedHashMap<>();
    private final long charactersMax;
    private long characters;

    KnownAlerts(long charactersMax) {
        this.charactersMax = charactersMax;
    }

    /// What was stored; null where it is not remembered.
    synchronized @Nullable AlertNotices get(String key) {
        return byKey.get(key);
    }

    /// Remembers what was stored, and forgets what was heard of longest ago.
    synchronized void put(Collection<AlertNotices> stored) {
        for (AlertNotices each : stored) {
            AlertNotices before = byKey.putLast(each.key(), each);
            characters += characters(each) - (before == null ? 0 : characters(before));
        }
        while (characters > charactersMax) {
            characters -= characters(byKey.pollFirstEntry().getValue());
        }
    }

    private static long characters(AlertNotices notices) {
        return ALERT_CHARACTERS + characters(notices.word().labels()) + characters(notices.word().annotations());
    }

    private static long characters(Map<String, String> texts) {
        long sum = 0;
        for (var entry : texts.entrySet()) {
            sum += entry.getKey().length() + entry.getValue().length();
        }
        return sum;
    }
}
