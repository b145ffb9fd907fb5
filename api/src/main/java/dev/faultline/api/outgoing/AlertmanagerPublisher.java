package dev.faultline.api.outgoing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.ApiException;
import dev.faultline.api.http.Json;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;
import dev.faultline.graph.neo4j.GraphConnection;

/// Keeps one alert in an Alertmanager for each open incident, with its most likely cause, and resolves it with the incident.
///
/// An alert is sent again and again before it expires; after a crash the Alertmanager resolves by itself what is not sent again.
public final class AlertmanagerPublisher implements AutoCloseable {
    private static final String PATH = "api/v2/alerts";
    /// After so long without a word the Alertmanager takes an incident for resolved.
    static final Duration EXPIRY = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    /// So many incidents are told; of more the latest.
    private static final int INCIDENTS_MAX = 500;
    private static final int SUCCESS = 2;

    private final IncidentStore incidents;
    private final CiStore cis;
    private final URI url;
    private final IncidentLink link;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Set<String> told = new HashSet<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final Loop loop = Loop.of("outgoing-alertmanager", new LoopTimes(REST, REST, EXPIRY, STOP_MAX), this::publish);

    /// @param url of the Alertmanager, without the path of its API
    public AlertmanagerPublisher(GraphConnection graph, URI url, IncidentLink link, Clock clock, MeterRegistry meters) {
        this.incidents = new IncidentStore(graph);
        this.cis = new CiStore(graph);
        this.url = URI.create(url + (url.toString().endsWith("/") ? "" : "/") + PATH);
        this.link = link;
        this.clock = clock;
        this.meters = meters;
    }

    /// Begins to tell.
    public AlertmanagerPublisher start() {
        loop.start();
        return this;
    }

    /// An alert as the API of Alertmanager, version 2, takes it.
    record PostableAlert(Map<String, String> labels, Map<String, String> annotations, Instant startsAt, Instant endsAt,
            String generatorURL) {}

    /// Tells all open incidents, and those that are over since the last time.
    void publish() throws InterruptedException {
        List<Incident> open = incidents.open().stream().limit(INCIDENTS_MAX).toList();
        Set<String> openIds = new HashSet<>(open.stream().map(Incident::id).toList());
        List<Incident> all = new ArrayList<>(open);
        all.addAll(incidents.byIds(told.stream().filter(id -> !openIds.contains(id)).toList()));
        if (all.isEmpty()) {
            return;
        }
        Map<String, RankingVersion> rankings = incidents.latestRankings(all.stream().map(Incident::id).toList());
        Map<String, String> names = cis.names(rankings.values().stream().flatMap(version -> version.ranking().top().stream())
                .map(Cause::ciId).toList());
        post(all.stream().map(incident -> alert(incident, rankings.get(incident.id()), names)).toList());
        told.clear();
        told.addAll(openIds);
    }

    private void post(List<PostableAlert> alerts) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(ANSWER_MAX).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(alerts))).build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != SUCCESS) {
                throw new ApiException("the Alertmanager at " + url + " answered " + status + ", expected 2xx");
            }
            count("sent");
        } catch (IOException e) {
            count("failed");
            throw new ApiException("the Alertmanager at " + url + " does not answer: " + e, e);
        } catch (ApiException e) {
            count("failed");
            throw e;
        }
    }

    /// The labels stay the same as long as the incident lasts, as they are what tells alerts apart.
    PostableAlert alert(Incident incident, @Nullable RankingVersion ranking, Map<String, String> names) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", ranking == null ? incident.title() + ": not ranked yet" : ranking.ranking().summary());
        annotations.put("title", incident.title());
        annotations.put("link", link.to(incident.id()));
        annotations.put("alerts", String.valueOf(incident.alertKeys().size()));
        if (ranking != null) {
            ranking.ranking().top().ifPresentOrElse(top -> annotate(annotations, top, names), () -> annotations.put("cause", "unknown"));
        }
        Instant endsAt = incident.resolvedAt() == null ? clock.instant().plus(EXPIRY) : incident.resolvedAt();
        return new PostableAlert(Map.of("alertname", Alert.OWN_NAME, "incident", incident.id()), annotations, incident.startedAt(),
                endsAt.isAfter(incident.startedAt()) ? endsAt : incident.startedAt().plusMillis(1), link.to(incident.id()));
    }

    private static void annotate(Map<String, String> annotations, Cause top, Map<String, String> names) {
        annotations.put("cause", names.getOrDefault(top.ciId(), top.ciId()));
        annotations.put("cause_id", top.ciId());
        annotations.put("kind", top.kind().name().toLowerCase(Locale.ROOT));
        annotations.put("confidence", String.format(Locale.ROOT, "%.2f", top.confidence()));
    }

    private void count(String outcome) {
        meters.counter("faultline.outgoing.alerts", "outcome", outcome).increment();
    }

    @Override
    public void close() {
        loop.close();
    }
}
