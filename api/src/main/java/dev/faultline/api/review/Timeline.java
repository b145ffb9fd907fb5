package dev.faultline.api.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.review.TimelineEntry.Kind;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.feedback.Feedback;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.review.Act;
import dev.faultline.graph.review.GraphChange;
import dev.faultline.graph.review.Merge;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.symptom.Symptom;

/// Lays out what happened around an incident, in order of time.
final class Timeline {
    private static final int CIS_SHOWN_MAX = 3;

    private final List<TimelineEntry> entries = new ArrayList<>();
    private final UnaryOperator<String> names;

    /// @param names the name of a CI by its id
    Timeline(UnaryOperator<String> names) {
        this.names = names;
    }

    List<TimelineEntry> entries() {
        return entries.stream().sorted(Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::kind)
                .thenComparing(TimelineEntry::sentence)).toList();
    }

    /// When the fault is taken to have begun, when the first symptom was noticed, and when it was over.
    Timeline add(Incident incident, @Nullable RankingVersion latest) {
        if (latest != null) {
            add(latest.basis().window().from(), Kind.FAULT,
                    "the fault may have begun from here on, by version " + latest.version() + " of the ranking", null);
            latest.basis().symptoms().stream().min(Comparator.comparing(Symptom::at))
                    .ifPresent(first -> add(first.at(), Kind.FIRST_SYMPTOM, "first symptom: "
                            + first.signal().name().toLowerCase(Locale.ROOT) + " of " + names.apply(first.subject().owner()),
                            first.subject().owner()));
        }
        if (incident.resolvedAt() != null) {
            add(incident.resolvedAt(), Kind.RECOVERED, "the incident was resolved", null);
        }
        return this;
    }

    /// When alerts fired and were resolved.
    Timeline addAlerts(Collection<Alert> alerts) {
        for (Alert alert : alerts) {
            String ciId = alert.subject() == null ? null : alert.subject().owner();
            String what = alert.name() + (ciId == null ? "" : " of " + names.apply(ciId));
            add(alert.startsAt(), Kind.ALERT_FIRED, what + " fired", ciId);
            if (alert.resolvedAt() != null) {
                add(alert.resolvedAt(), Kind.ALERT_RESOLVED, what + " was resolved", ciId);
            }
        }
        return this;
    }

    /// What each version of the ranking said otherwise than the one before; those that name the same first cause are left out.
    ///
    /// @param versions latest first
    Timeline addRankings(List<RankingVersion> versions) {
        RankingVersion before = null;
        for (RankingVersion version : versions.reversed()) {
            String sentence = RankingChange.of(before, version, names);
            if (!sentence.isEmpty()) {
                add(version.ranking().at(), Kind.RANKED, sentence,
                        version.ranking().top().map(Cause::ciId).orElse(null));
            }
            before = version;
        }
        return this;
    }

    Timeline addDeployments(Collection<Deployment> deployments) {
        deployments.forEach(deployment -> add(deployment.startedAt(), Kind.DEPLOYMENT,
                "deployment " + deployment.id() + " of " + names.apply(deployment.service()) + " to " + deployment.toVersion() + " by "
                        + deployment.by() + ", " + deployment.outcome().name().toLowerCase(Locale.ROOT),
                null));
        return this;
    }

    /// Which work the ranking weighed,.
    Timeline addMaintenance(Collection<Suppression> windows) {
        for (Suppression window : windows) {
            if (window.scope() instanceof SuppressionScope.OfCis cis) {
                String what = "maintenance " + window.id() + " of "
                        + cis.ciIds().stream().limit(CIS_SHOWN_MAX).map(names).collect(Collectors.joining(", "))
                        + (cis.ciIds().size() > CIS_SHOWN_MAX ? " and " + (cis.ciIds().size() - CIS_SHOWN_MAX) + " more" : "");
                add(window.from(), Kind.MAINTENANCE, what + " by " + window.by() + ": " + window.reason(), cis.ciIds().getFirst());
            }
        }
        return this;
    }

    Timeline addChanges(Collection<GraphChange> changes) {
        changes.forEach(change -> add(change.at(), Kind.GRAPH_CHANGE, sentence(change), change.ciId()));
        return this;
    }

    private String sentence(GraphChange change) {
        String ci = names.apply(change.ciId());
        String relation = change.relation() + " " + names.apply(String.valueOf(change.otherId()));
        return switch (change.kind()) {
            case APPEARED -> ci + " appeared";
            case CHANGED -> ci + " was changed";
            case RETIRED -> ci + " was retired";
            case RELATION_BEGAN -> ci + " is " + relation + " from here on";
            case RELATION_ENDED -> ci + " is no longer " + relation;
        };
    }

    Timeline addPeople(Collection<Act> acts, Collection<Feedback> feedback) {
        acts.forEach(act -> add(act.at(), Kind.PERSON, person(act.by()) + switch (act.kind()) {
            case RESOLVED -> " resolved the incident";
            case TOOK_IN -> " merged incident " + act.otherId() + " into this one";
            case TAKEN_IN -> " merged the incident into " + act.otherId();
            case SPLIT_OFF -> " split alerts off as incident " + act.otherId();
            case SPLIT_FROM -> " split the incident off from " + act.otherId();
        } + because(act.reason()), null));
        feedback.forEach(one -> add(one.at(), Kind.PERSON, sentence(one), one.ciId()));
        return this;
    }

    private String sentence(Feedback feedback) {
        String cause = feedback.ciId() == null ? "the answer \"unknown\"" : names.apply(feedback.ciId());
        String really = feedback.actualCiId() == null ? feedback.actual() : names.apply(feedback.actualCiId());
        return person(feedback.by()) + switch (feedback.verdict()) {
            case CONFIRMED -> " confirmed " + cause;
            case WRONG -> " said that " + cause + " is wrong" + (really == null ? "" : " and that it was " + really);
        } + because(feedback.reason());
    }

    Timeline addMerges(Collection<Merge> merges) {
        merges.forEach(merge -> add(merge.at(), Kind.MERGED,
                (merge.tookIn() ? "took in" : "was taken in by") + " incident '" + merge.otherTitle() + "' (" + merge.otherId() + ")",
                null));
        return this;
    }

    private static String person(String by) {
        return by.isEmpty() ? "somebody" : by;
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private void add(Instant at, Kind kind, String sentence, @Nullable String ciId) {
        entries.add(new TimelineEntry(at, kind, sentence, ciId));
    }
}
