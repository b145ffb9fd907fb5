package dev.faultline.api.incident;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.RankingVersion;

/// One line for each thing that happens to an incident: it opens, takes others in, gets another first cause, is over.
final class IncidentLog {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentLog.class);

    private final UnaryOperator<String> names;

    /// @param names the name of a CI by its id
    IncidentLog(UnaryOperator<String> names) {
        this.names = names;
    }

    /// Tells what is different once an incident is stored.
    ///
    /// @param before whether it was stored before as open
    void saved(Incident incident, boolean before, List<String> absorbedIds) {
        boolean open = incident.resolvedAt() == null;
        if (open && !before) {
            LOG.info("incident '{}' opened with {} alerts ({})", incident.title(), incident.alertKeys().size(), incident.id());
        }
        if (!absorbedIds.isEmpty()) {
            LOG.info("incident '{}' took {} others in ({})", incident.title(), absorbedIds.size(), incident.id());
        }
        if (!open && before) {
            LOG.info("incident '{}' resolved after {} min ({})", incident.title(),
                    Duration.between(incident.startedAt(), incident.resolvedAt()).toMinutes(), incident.id());
        }
    }

    /// Tells the first cause where it is another one than before.
    void ranked(Incident incident, @Nullable RankingVersion before, RankingVersion now) {
        String cause = first(now);
        if (before == null || !cause.equals(first(before))) {
            LOG.info("incident '{}' {} ({})", incident.title(), cause, incident.id());
        }
    }

    private String first(RankingVersion version) {
        if (version.ranking().unknown() || version.ranking().causes().isEmpty()) {
            return "has no known cause";
        }
        Cause cause = version.ranking().causes().getFirst();
        return "is most likely caused by " + names.apply(cause.ciId()) + ", " + cause.kind().name().toLowerCase(Locale.ROOT);
    }
}
