package dev.faultline.api.demo.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Turns conditions into alerts: one fires after it has held for a while, repeats while it holds, and resolves after a while without.
final class AlertBook {
    private static final int CLEAR_TICKS_MIN = 4;
    private static final Duration REPEAT_INTERVAL = Duration.ofSeconds(10);

    private final Map<String, Entry> entries = new HashMap<>();

    /// One alert as it is sent.
    ///
    /// @param endsAt null while it fires
    record Notice(Condition condition, Instant startsAt, @Nullable Instant endsAt) {}

    /// Takes the conditions that hold now and returns what there is to send.
    List<Notice> update(Collection<Condition> holding, Instant now) {
        List<Notice> notices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Condition condition : holding) {
            seen.add(condition.fingerprint());
            entries.computeIfAbsent(condition.fingerprint(), key -> new Entry(condition, now)).holds(condition, now, notices);
        }
        for (Iterator<Map.Entry<String, Entry>> each = entries.entrySet().iterator(); each.hasNext();) {
            Map.Entry<String, Entry> entry = each.next();
            if (!seen.contains(entry.getKey()) && entry.getValue().isOver(now, notices)) {
                each.remove();
            }
        }
        return notices;
    }

    /// The conditions whose alerts fire.
    List<Condition> firing() {
        return entries.values().stream().filter(entry -> entry.sentAt != null).map(entry -> entry.condition).toList();
    }

    /// Whether nothing holds, not even for too short a time to fire.
    boolean isQuiet() {
        return entries.isEmpty();
    }

    private static final class Entry {
        private Condition condition;
        private final Instant startsAt;
        private int heldTicks;
        private int clearTicks;
        private @Nullable Instant sentAt;

        Entry(Condition condition, Instant startsAt) {
            this.condition = condition;
            this.startsAt = startsAt;
        }

        void holds(Condition latest, Instant now, List<Notice> notices) {
            condition = latest;
            clearTicks = 0;
            heldTicks++;
            boolean due = sentAt == null ? heldTicks >= latest.holdsTicksMin() : !now.isBefore(sentAt.plus(REPEAT_INTERVAL));
            if (due) {
                sentAt = now;
                notices.add(new Notice(latest, startsAt, null));
            }
        }

        boolean isOver(Instant now, List<Notice> notices) {
            if (sentAt == null) {
                return true;
            }
            if (++clearTicks < CLEAR_TICKS_MIN) {
                return false;
            }
            notices.add(new Notice(condition, startsAt, now));
            return true;
        }
    }
}
