package dev.faultline.collectors.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.TimeWindow;

/// The incidents of a `cases.jsonl.gz`: alerts without times on a graph of instances.
///
/// The alert history of each incident is made of the other incidents of the file.
final class AlertCases {
    static final String FILE = "cases.jsonl.gz";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant UNTIMED = Instant.EPOCH;

    private final Path file;

    AlertCases(Path folder) {
        this.file = folder.resolve(FILE);
    }

    List<RecordedIncident> read() {
        List<JsonNode> cases = lines();
        List<List<Alert>> alerts = cases.stream().map(AlertJson::alerts).toList();
        Map<String, Integer> counts = new HashMap<>();
        alerts.forEach(one -> fingerprints(one).forEach(print -> counts.merge(print, 1, Integer::sum)));
        List<RecordedIncident> incidents = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            incidents.add(incident(cases.get(i), alerts.get(i), others(counts, alerts.get(i), cases.size() - 1)));
        }
        return incidents;
    }

    private static AlertHistory others(Map<String, Integer> counts, List<Alert> own, int incidents) {
        Map<String, Integer> others = new HashMap<>(counts);
        fingerprints(own).forEach(print -> others.merge(print, -1, Integer::sum));
        return new AlertHistory(incidents, others);
    }

    private static Set<String> fingerprints(List<Alert> alerts) {
        Set<String> fingerprints = new TreeSet<>();
        alerts.forEach(alert -> fingerprints.add(alert.fingerprint()));
        return fingerprints;
    }

    private static RecordedIncident incident(JsonNode json, List<Alert> alerts, AlertHistory history) {
        TopologyJson topology = new TopologyJson();
        json.path("cis").forEach(ci -> topology.node(ci.asString(), TopologyJson.INSTANCE));
        json.path("links").forEach(pair -> topology.link("CONNECTED_TO", pair.path(0).asString(), TopologyJson.INSTANCE,
                pair.path(1).asString(), TopologyJson.INSTANCE));
        AlertJson.calls(json).forEach(call -> topology.call(call.callerId(), call.calleeId(), TopologyJson.INSTANCE));
        AlertJson.hosts(json).forEach((ci, host) -> topology.link("RUNS_ON", ci, TopologyJson.INSTANCE, host, TopologyJson.HOST));
        Evidence evidence = new Evidence(List.of(), UNTIMED, new TimeWindow(UNTIMED.minusSeconds(1), UNTIMED), alerts, List.of(),
                Observations.NONE, Observations.NONE, history);
        return new RecordedIncident(json.path("case").asString(), json.path("rank").asString("instance"), topology.topology(UNTIMED),
                evidence);
    }

    private List<JsonNode> lines() {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).map(JSON::readTree).toList();
        } catch (IOException | JacksonException e) {
            throw new RecordedIncidentException("cannot read " + file + ", expected a JSON object a line, gzipped", e);
        }
    }
}
