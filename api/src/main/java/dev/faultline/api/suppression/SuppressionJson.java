package dev.faultline.api.suppression;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;

/// A suppression as the REST interface shows it.
sealed interface SuppressionJson {
    static SuppressionJson of(Suppression one, Instant now) {
        return switch (one.scope()) {
            case SuppressionScope.OfLabels labels -> new Silence(one.id(), one.state(now), labels.matchers(), one.from(), one.until(),
                    one.by(), one.reason(), one.createdAt(), one.end());
            case SuppressionScope.OfCis cis -> new Maintenance(one.id(), one.state(now), cis.ciIds(), cis.deploymentId(), one.from(),
                    one.until(), one.by(), one.reason(), one.createdAt(), one.end());
        };
    }

    /// A silence.
    ///
    /// @param end who ended it before its time; null where nobody did
    record Silence(String id, Suppression.State state, List<LabelMatcher> matchers, Instant from, Instant until, String by, String reason,
            Instant createdAt, Suppression.@Nullable End end) implements SuppressionJson {}

    /// A maintenance window.
    ///
    /// @param deploymentId what the work is part of; null where it is part of no deployment
    /// @param end who ended it before its time; null where nobody did
    record Maintenance(String id, Suppression.State state, List<String> ciIds, @Nullable String deploymentId, Instant from, Instant until,
            String by, String reason, Instant createdAt, Suppression.@Nullable End end) implements SuppressionJson {}
}
