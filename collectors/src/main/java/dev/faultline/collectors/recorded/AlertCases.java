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
import java.util.function.Function;
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
        Map<String, Integer> byFingerprint = counts(alerts, Alert::fingerprint);
        Map<String, Integer> byName = counts(alerts, Alert::name);
        List<RecordedIncident> incidents = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            List<Alert> own = alerts.get(i);
            AlertHistory history = new AlertHistory(cases.size() - 1, others(byFingerprint, own, Alert::fingerprint),
                    others(byName, own, Alert::name));
            incidents.add(incident(cases.get(i), own, history));
        }
        return incidents;
    }

    /// In how many incidents each key takes part.
    private static Map<String, Integer> counts(List<List<Alert>> incidents, Function<Alert, String> key) {
        Map<String, Integer> counts = new HashMap<>();
        incidents.forEach(alerts -> alerts.stream().map(key).distinct().forEach(one -> counts.merge(one, 1, Integer::sum)));
        return counts;
    }

    private static Map<String, Integer> others(Map<String, Integer> counts, List<Alert> own, Function<Alert, String> key) {
        Map<String, Integer> others = new HashMap<>(counts);
        own.stream().map(key).distinct().forEach(one -> others.merge(one, -1, Integer::sum));
        return others;
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
