package dev.faultline.api.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.feedback.Feedback;
import dev.faultline.graph.feedback.FeedbackStore;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.review.GraphChange;
import dev.faultline.graph.review.IncidentSigns;
import dev.faultline.graph.review.ReviewStore;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.graph.symptom.Symptom;

/// Reads what surrounds an incident, part by part, each within its limits.
public final class ReviewReader {
    private static final int ALERTS_MAX = 200;
    private static final int CAUSES_MAX = 5;
    /// With so many earlier incidents one is compared.
    private static final int EARLIER_MAX = 500;
    /// How long before the fault a change of the graph counts as near.
    private static final Duration CHANGES_LEAD = Duration.ofHours(1);

    private final GraphConnection graph;
    private final IncidentStore incidents;
    private final AlertQueries alerts;
    private final DeploymentQueries deployments;
    private final FeedbackStore feedback;
    private final ReviewStore reviews;
    private final SuppressionStore suppressions;
    private final CiStore cis;
    private final Clock clock;

    public ReviewReader(GraphConnection graph, Clock clock) {
        this.graph = graph;
        this.incidents = new IncidentStore(graph);
        this.alerts = new AlertQueries(graph);
        this.deployments = new DeploymentQueries(graph);
        this.feedback = new FeedbackStore(graph);
        this.reviews = new ReviewStore(graph);
        this.suppressions = new SuppressionStore(graph);
        this.cis = new CiStore(graph);
        this.clock = clock;
    }

    /// All of it.
    public Review review(Incident incident) {
        List<String> limits = new ArrayList<>();
        List<TimelineEntry> timeline = timeline(incident, limits);
        return new Review(incident.id(), timeline, impact(incident), owners(incident), similar(incident), limits);
    }

    /// What happened around the incident, in order of time.
    ///
    /// @param limits told which limits cut it short
    public List<TimelineEntry> timeline(Incident incident, List<String> limits) {
        List<RankingVersion> versions = incidents.rankings(incident.id(), null, IncidentStore.RANKINGS_KEPT_MAX);
        RankingVersion latest = versions.isEmpty() ? null : versions.getFirst();
        List<Alert> fired = alertsOf(incident, limits);
        List<PlacedDeployment> placed = latest == null ? List.of() : deployments.byIds(latest.basis().deploymentIds());
        List<Suppression> windows = latest == null ? List.of() : suppressions.byIds(latest.basis().deploymentIds());
        List<GraphChange> changes = changes(incident, latest, limits);
        Set<String> ids = suspectsAndSufferers(latest, fired);
        List<Feedback> said = feedback.ofIncident(incident.id());
        windows.forEach(window -> ids.addAll(window.scope() instanceof SuppressionScope.OfCis cis ? cis.ciIds() : List.of()));
        changes.forEach(change -> add(ids, change.ciId(), change.otherId()));
        versions.forEach(version -> version.ranking().top().map(Cause::ciId).ifPresent(ids::add));
        said.forEach(one -> add(ids, one.ciId(), one.actualCiId()));
        return new Timeline(names(ids)).add(incident, latest).addAlerts(fired).addRankings(versions)
                .addDeployments(placed.stream().map(PlacedDeployment::deployment).toList()).addMaintenance(windows)
                .addChanges(changes)
                .addPeople(reviews.acts(incident.id()), said).addMerges(reviews.merges(incident.id()))
                .entries();
    }

    /// Whom the incident touches.
    public Impact impact(Incident incident) {
        Set<String> suffering = new LinkedHashSet<>();
        alertsOf(incident, new ArrayList<>()).stream().map(Alert::subject).filter(Objects::nonNull)
                .forEach(subject -> suffering.add(subject.owner()));
        RankingVersion latest = latest(incident);
        if (latest != null) {
            latest.basis().symptoms().stream().map(Symptom::subject).forEach(subject -> suffering.add(subject.owner()));
        }
        return new ImpactReader(graph).read(suffering, incident.startedAt(), end(incident));
    }

    /// Who answers for the first causes.
    public List<Owner> owners(Incident incident) {
        RankingVersion latest = latest(incident);
        List<Cause> causes = latest == null ? List.of() : latest.ranking().causes().stream().limit(CAUSES_MAX).toList();
        List<String> ids = causes.stream().map(Cause::ciId).toList();
        return causes.isEmpty() ? List.of() : Owners.of(causes, reviews.above(ids), names(ids));
    }

    /// Earlier incidents like this one, the most similar first.
    public List<SimilarIncident> similar(Incident incident) {
        List<String> ids = new ArrayList<>(reviews.earlier(incident.startedAt(), EARLIER_MAX));
        ids.add(incident.id());
        List<IncidentSigns> signs = reviews.signs(ids);
        Set<String> ciIds = new LinkedHashSet<>();
        signs.forEach(one -> {
            ciIds.addAll(one.causes());
            add(ciIds, one.confirmed());
        });
        return signs.stream().filter(one -> one.incidentId().equals(incident.id())).findFirst()
                .map(one -> SimilarIncidents.of(one, signs, names(ciIds))).orElse(List.of());
    }

    private List<Alert> alertsOf(Incident incident, List<String> limits) {
        if (incident.alertKeys().size() > ALERTS_MAX) {
            limits.add("alerts");
        }
        return alerts.byKeys(incident.alertKeys().stream().limit(ALERTS_MAX).toList(), end(incident));
    }

    private List<GraphChange> changes(Incident incident, @Nullable RankingVersion latest, List<String> limits) {
        if (latest == null) {
            return List.of();
        }
        List<GraphChange> changes = reviews.changes(suspectsAndSufferers(latest, List.of()),
                latest.basis().window().from().minus(CHANGES_LEAD), end(incident).plusMillis(1));
        if (changes.size() >= ReviewStore.CHANGES_MAX) {
            limits.add("changes");
        }
        return changes;
    }

    private static Set<String> suspectsAndSufferers(@Nullable RankingVersion latest, Collection<Alert> fired) {
        Set<String> ids = new LinkedHashSet<>();
        if (latest != null) {
            latest.ranking().causes().stream().limit(CAUSES_MAX).forEach(cause -> ids.add(cause.ciId()));
            latest.basis().symptoms().forEach(symptom -> ids.add(symptom.subject().owner()));
        }
        fired.stream().map(Alert::subject).filter(Objects::nonNull).forEach(subject -> ids.add(subject.owner()));
        return ids;
    }

    private static void add(Set<String> ids, @Nullable String... some) {
        Stream.of(some).filter(Objects::nonNull).forEach(ids::add);
    }

    private @Nullable RankingVersion latest(Incident incident) {
        return incidents.latestRankings(List.of(incident.id())).get(incident.id());
    }

    private Instant end(Incident incident) {
        return incident.resolvedAt() == null ? clock.instant() : incident.resolvedAt();
    }

    private UnaryOperator<String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>(cis.names(ids));
        return id -> names.getOrDefault(id, id);
    }
}
