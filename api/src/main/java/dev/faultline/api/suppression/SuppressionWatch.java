package dev.faultline.api.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.graph.suppression.SuppressionStore.AlertLinks;
import dev.faultline.rca.suppression.SuppressedAlerts;
import dev.faultline.rca.topology.TopologySnapshot;

/// Knows which alerts do not count now, and has that stored. Used by one thread, but for [#changed].
public final class SuppressionWatch {
    /// What another Faultline was told is read after this time at the latest.
    static final Duration READ_INTERVAL = Duration.ofSeconds(5);

    private final Source source;
    private final Supplier<TopologySnapshot> topology;
    private final SuppressionMeters meters;
    private final SuppressionLinks links = new SuppressionLinks();
    private final Map<String, Judged> judged = new HashMap<>();
    private volatile boolean asked = true;
    private Instant readAt = Instant.MIN;
    private List<Suppression> open = List.of();
    private List<Suppression> active = List.of();

    /// What was found of an alert as it was then.
    private record Judged(Alert alert, Set<Suppression> by) {
        boolean isOf(Alert other) {
            return Objects.equals(alert.subject(), other.subject()) && alert.labels().equals(other.labels());
        }
    }

    /// Where suppressions are kept.
    interface Source {
        List<Suppression> open(Instant at);

        Map<String, Set<String>> links(Instant at);

        void link(Collection<AlertLinks> links, Instant at);
    }

    SuppressionWatch(Source source, Supplier<TopologySnapshot> topology, SuppressionMeters meters) {
        this.source = source;
        this.topology = topology;
        this.meters = meters;
    }

    /// Watches what a store keeps.
    public static SuppressionWatch over(SuppressionStore store, Supplier<TopologySnapshot> topology, SuppressionMeters meters) {
        return new SuppressionWatch(new Stored(store), topology, meters);
    }

    /// Tells that something was said, so that it is read before the next look. Never waits.
    public void changed() {
        asked = true;
    }

    /// Since when each of the alerts does not count that does not, by alert key.
    ///
    /// @param anew whether alerts may be on or below something else than before
    public Map<String, Instant> look(Collection<Alert> alerts, boolean anew, Instant now) {
        read(now);
        List<Suppression> nowActive = open.stream().filter(each -> each.state(now) == Suppression.State.ACTIVE).toList();
        if (anew || !nowActive.equals(active)) {
            judged.clear();
        }
        active = nowActive;
        judge(active.isEmpty() ? List.of() : alerts);
        Map<String, Instant> since = new HashMap<>();
        judged.forEach((key, found) -> found.by().stream().map(Suppression::since).min(Comparator.naturalOrder())
                .ifPresent(first -> since.put(key, first)));
        return since;
    }

    private void read(Instant now) {
        if (asked || !readAt.plus(READ_INTERVAL).isAfter(now)) {
            asked = false;
            try {
                boolean first = readAt.equals(Instant.MIN);
                open = source.open(now);
                if (first) {
                    links.restore(source.links(now));
                }
                readAt = now;
            } catch (RuntimeException e) {
                asked = true;
                throw e;
            }
        }
    }

    private void judge(Collection<Alert> alerts) {
        List<Alert> unknown = alerts.stream().filter(alert -> {
            Judged known = judged.get(alert.key());
            return known == null || !known.isOf(alert);
        }).toList();
        if (!unknown.isEmpty()) {
            SuppressedAlerts suppressed = new SuppressedAlerts(active, topology.get());
            unknown.forEach(alert -> judged.put(alert.key(), new Judged(alert, suppressed.of(alert))));
            meters.cutShort(suppressed.cutShort());
        }
        if (judged.size() > alerts.size()) {
            judged.keySet().retainAll(alerts.stream().map(Alert::key).collect(Collectors.toSet()));
        }
    }

    /// Stores what is not stored yet of what the last look found.
    public void store(Instant now) {
        Map<String, Set<String>> held = new HashMap<>();
        judged.forEach((key, found) -> {
            if (!found.by().isEmpty()) {
                held.put(key, found.by().stream().map(Suppression::id).collect(Collectors.toSet()));
            }
        });
        Set<String> activeIds = active.stream().map(Suppression::id).collect(Collectors.toCollection(HashSet::new));
        List<AlertLinks> due = links.due(held, activeIds);
        if (!due.isEmpty()) {
            source.link(due, now);
            due.forEach(meters::linked);
        }
        links.stored(held);
        meters.held(held.size(), active);
    }

    private record Stored(SuppressionStore store) implements Source {
        @Override
        public List<Suppression> open(Instant at) {
            return store.open(at);
        }

        @Override
        public Map<String, Set<String>> links(Instant at) {
            return store.links(at);
        }

        @Override
        public void link(Collection<AlertLinks> links, Instant at) {
            store.link(links, at);
        }
    }
}
