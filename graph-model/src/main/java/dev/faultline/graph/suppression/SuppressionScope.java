package dev.faultline.graph.suppression;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Which alerts a suppression is about.
public sealed interface SuppressionScope {
    SuppressionKind kind();

    /// Alerts whose labels fit all matchers: a silence.
    record OfLabels(List<LabelMatcher> matchers) implements SuppressionScope {
        public OfLabels {
            matchers = List.copyOf(matchers);
            if (matchers.isEmpty()) {
                throw new IllegalArgumentException("matchers are missing, expected one at least");
            }
        }

        @Override
        public SuppressionKind kind() {
            return SuppressionKind.SILENCE;
        }
    }

    /// Alerts on CIs and on all that stands on them: a maintenance window.
    ///
    /// @param deploymentId the deployment that the work is part of; null where it is part of none
    record OfCis(List<String> ciIds, @Nullable String deploymentId) implements SuppressionScope {
        public OfCis {
            ciIds = List.copyOf(ciIds);
            if (ciIds.isEmpty()) {
                throw new IllegalArgumentException("ciIds are missing, expected one at least");
            }
        }

        @Override
        public SuppressionKind kind() {
            return SuppressionKind.MAINTENANCE;
        }
    }
}
