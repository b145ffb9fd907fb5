package dev.faultline.collectors.otlp.log;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.faultline.collectors.otlp.span.Origin;

/// The templates of each origin in the present hour, so that a service that puts its data into its words cannot fill the graph.
///
/// Each hour begins anew: a template that is new in an incident is told apart however many there were before.
final class KnownTemplates {
    static final String OTHERS = "(other lines)";
    private static final int ORIGINS_MAX = 20_000;
    private static final long MILLIS_PER_HOUR = 3_600_000;

    private final int templatesMax;
    private final Map<Origin, Set<String>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin, Set<String>> eldest) {
            return size() > ORIGINS_MAX;
        }
    };
    private long hour = Long.MIN_VALUE;

    KnownTemplates(int templatesMax) {
        this.templatesMax = templatesMax;
    }

    /// Returns the template, or [#OTHERS] where its origin has too many.
    synchronized String bounded(Origin origin, String template, long nowMillis) {
        long now = nowMillis / MILLIS_PER_HOUR;
        if (now != hour) {
            known.clear();
            hour = now;
        }
        Set<String> ofOrigin = known.computeIfAbsent(origin, missing -> new HashSet<>());
        return ofOrigin.contains(template) || (ofOrigin.size() < templatesMax && ofOrigin.add(template)) ? template : OTHERS;
    }
}
