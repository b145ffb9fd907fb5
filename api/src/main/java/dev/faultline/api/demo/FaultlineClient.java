package dev.faultline.api.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.demo.IncidentReport.CauseReport;
import dev.faultline.api.demo.IncidentReport.RankingReport;
import dev.faultline.api.http.Json;

/// Talks to Faultline over HTTP as the tools around it would: alerts and deployments in, incidents out.
final class FaultlineClient {
    private static final Logger LOG = LoggerFactory.getLogger(FaultlineClient.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int INCIDENTS_MAX = 20;
    private static final String CI_NAME = "query ($id: ID!) { ci(id: $id) { name } }";

    private final URI faultline;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    FaultlineClient(URI faultline, String token) {
        this.faultline = faultline;
        this.token = token;
    }

    /// Posts a document to a path and says whether it was accepted.
    boolean post(String path, Object document) {
        try {
            HttpResponse<String> response = send(request(path).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(Json.bytes(document))).build());
            if (response.statusCode() >= 300) {
                LOG.warn("{} answered {}: {}", path, response.statusCode(), response.body());
            }
            return response.statusCode() < 300;
        } catch (IOException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("{} does not answer: {}", path, e.toString());
            }
            return false;
        }
    }

    /// The latest incidents, each with its latest ranking; none while Faultline does not answer.
    List<IncidentReport> incidents() {
        List<IncidentReport> incidents = new ArrayList<>();
        JsonNode page = get("/api/v1/incidents?limit=" + INCIDENTS_MAX);
        for (JsonNode incident : page.path("incidents")) {
            incidents.add(named(IncidentReport.of(incident)));
        }
        return incidents;
    }

    private IncidentReport named(IncidentReport incident) {
        RankingReport ranking = incident.ranking();
        if (ranking == null) {
            return incident;
        }
        List<CauseReport> causes = ranking.causes().stream().map(cause -> cause.named(name(cause.ci()))).toList();
        String summary = ranking.summary();
        for (CauseReport cause : causes) {
            summary = summary.replace(cause.ci(), cause.name());
        }
        return new IncidentReport(incident.id(), incident.title(), incident.state(), incident.startedAt(), incident.alertCount(),
                new RankingReport(ranking.version(), ranking.at(), ranking.unknown(), summary, causes));
    }

    private String name(String ci) {
        String known = names.get(ci);
        if (known != null) {
            return known;
        }
        String name = askName(ci);
        if (!name.isEmpty()) {
            names.put(ci, name);
        }
        return name.isEmpty() ? ci : name;
    }

    private String askName(String ci) {
        try {
            HttpResponse<String> response = send(request("/graphql").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(Json.bytes(Map.of("query", CI_NAME, "variables", Map.of("id", ci))))).build());
            return response.statusCode() == 200
                    ? Json.MAPPER.readTree(response.body()).path("data").path("ci").path("name").asString("")
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> response = send(request(path).build());
            if (response.statusCode() == 200) {
                return Json.MAPPER.readTree(response.body());
            }
            LOG.warn("{} answered {}: {}", path, response.statusCode(), response.body());
        } catch (IOException e) {
            LOG.warn("{} does not answer: {}", path, e.toString());
        }
        return Json.MAPPER.createObjectNode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(faultline.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
