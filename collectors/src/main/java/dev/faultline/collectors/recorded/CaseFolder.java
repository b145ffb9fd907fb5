package dev.faultline.collectors.recorded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.topology.Topology;

/// One recorded incident in a folder of its own: `case.json`, `topology.json`, and series, spans, logs and deployments where recorded.
final class CaseFolder {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STEP_SECONDS_DEFAULT = 60;

    private final Path folder;

    CaseFolder(Path folder) {
        this.folder = folder;
    }

    static boolean isCase(Path folder) {
        return Files.exists(folder.resolve("case.json"));
    }

    RecordedIncident read(ReferenceCache references) {
        try {
            return read(JSON.readTree(folder.resolve("case.json").toFile()), references);
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new RecordedIncidentException("cannot read the recorded incident in " + folder + ": " + e.getMessage(), e);
        }
    }

    private RecordedIncident read(JsonNode json, ReferenceCache references) {
        Instant detectedAt = Instant.parse(json.path("detectedAt").asString());
        TimeWindow window = new TimeWindow(Instant.parse(json.path("window").path("from").asString()),
                Instant.parse(json.path("window").path("to").asString()));
        Topology topology = TopologyJson.read(JSON.readTree(folder.resolve("topology.json").toFile()), detectedAt);
        int stepSeconds = json.path("stepSeconds").asInt(STEP_SECONDS_DEFAULT);
        Map<String, String> serviceOf = TopologyJson.serviceOf(topology);
        Observations reference = json.path("reference").isString()
                ? references.get(reference(json.path("reference").asString()), stepSeconds, serviceOf)
                : Observations.NONE;
        Evidence evidence = new Evidence(symptoms(json), detectedAt, window, List.of(), deployments(),
                observations(folder, stepSeconds, serviceOf), reference, AlertHistory.NONE);
        return new RecordedIncident(json.path("case").asString(folder.getFileName().toString()), json.path("rank").asString("any CI"),
                topology, evidence);
    }

    /// The reference folder, which is named relative to the set.
    private Path reference(String name) {
        return Optional.ofNullable(folder.toAbsolutePath().getParent()).map(set -> set.resolve(name)).orElse(Path.of(name));
    }

    static Observations observations(Path folder, int stepSeconds, Map<String, String> serviceOf) {
        return new Observations(SeriesTable.read(folder.resolve("metrics.csv.gz"), stepSeconds, serviceOf),
                TraceTables.spans(folder.resolve("spans.csv.gz")), TraceTables.logs(folder.resolve("logs.csv.gz")));
    }

    private List<Deployment> deployments() {
        Path file = folder.resolve("deployments.json");
        return Files.exists(file) ? DeploymentsJson.read(JSON.readTree(file.toFile())) : List.of();
    }

    private static List<Symptom> symptoms(JsonNode json) {
        List<Symptom> symptoms = new ArrayList<>();
        for (JsonNode node : json.path("symptoms")) {
            Signal signal = Signal.valueOf(node.path("signal").asString("unknown").toUpperCase(Locale.ROOT));
            symptoms.add(
                    new Symptom(new Subject.OfCi(node.path("ci").asString()), signal, Instant.parse(node.path("at").asString())));
        }
        return symptoms;
    }
}
