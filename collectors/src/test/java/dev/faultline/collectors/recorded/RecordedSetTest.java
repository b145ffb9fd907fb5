package dev.faultline.collectors.recorded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordedSetTest {
    @TempDir
    private Path folder = Path.of("");

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (file.endsWith(".gz")) {
            try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } else {
            Files.writeString(path, text);
        }
    }

    @BeforeEach
    void recordOneCase() throws IOException {
        write("one/case.json", """
                {"case": "one", "detectedAt": "2026-01-05T01:30:00Z", "rank": "Service", "reference": "reference/day", "stepSeconds": 30,
                 "symptoms": [{"at": "2026-01-05T01:29:00Z", "ci": "web", "signal": "errors"}],
                 "window": {"from": "2026-01-05T01:27:00Z", "to": "2026-01-05T01:30:00Z"}}""");
        write("one/topology.json", """
                {"cis": [{"id": "web", "type": "Service"}, {"id": "web-1", "type": "ServiceInstance"}],
                 "calls": [["web", "db"]], "instanceOf": [["web-1", "web"]], "runsOn": [["web-1", "h1"]]}""");
        write("one/metrics.csv.gz", """
                time,ci,peer,metric,value
                120,web-1,web->db,latency.average,0.5
                60,web-1,web->db,latency.average,0.25
                90,web-1,web->db,latency.average,
                60,web,,SuccessRate,99
                """);
        write("one/spans.csv.gz", """
                traceId,spanId,parentId,ci,operation,startUnixNano,durationMicros
                t,a,,web-1,GET /,1000,250
                t,b,a,web-1,"call, quoted",1100,100
                """);
        write("one/logs.csv.gz", "timeUnixNano,ci,traceId,spanId,message\n5,web-1,t,a,\"two\nlines, one \"\"message\"\"\"\n");
        write("one/deployments.json", """
                [{"id": "d1", "service": "web", "startedAt": "2026-01-05T01:20:00Z", "batches": [{"at": "2026-01-05T01:20:00Z",
                 "completedAt": null, "newInstances": ["web-2"], "oldInstances": ["web-1"]}]}]""");
        write("reference/day/metrics.csv.gz", "time,ci,peer,metric,value\n60,web,,SuccessRate,100\n");
        write("truth.json", "not even JSON: labels are never opened");
    }

    private List<RecordedIncident> read() {
        List<RecordedIncident> incidents = new ArrayList<>();
        new RecordedSet(folder).forEach(incidents::add);
        return incidents;
    }

    private Evidence evidence() {
        return read().getFirst().evidence();
    }

    @Test
    void caseIsReadWithItsTopology() {
        assertThat(read()).singleElement().satisfies(incident -> {
            assertThat(incident.name()).isEqualTo("one");
            assertThat(incident.level()).isEqualTo("Service");
            assertThat(incident.topology().calls()).containsExactly(new TopologyCall("web", "db"));
            assertThat(incident.topology().links()).containsExactlyInAnyOrder(new TopologyLink("INSTANCE_OF", "web-1", "web"),
                    new TopologyLink("RUNS_ON", "web-1", "h1"));
            assertThat(incident.topology().nodes()).extracting(node -> node.id()).containsExactlyInAnyOrder("web", "web-1", "db", "h1");
        });
    }

    @Test
    void seriesAreSortedAndGapsLeftOut() {
        Series calls = evidence().observed().series().getFirst();
        assertThat(calls.subject()).as("calls seen by the caller's instance").isEqualTo(new Subject.OfCalls("web-1", "db"));
        assertThat(calls.signal()).isEqualTo(Signal.LATENCY);
        assertThat(calls.epochSeconds()).containsExactly(60, 120);
        assertThat(calls.values()).containsExactly(0.25, 0.5);
        assertThat(calls.step()).hasSeconds(30);
        assertThat(evidence().reference().series()).singleElement()
                .satisfies(series -> assertThat(series.values()).containsExactly(100));
    }

    @Test
    void spansAndLinesAreReadWithQuotedFields() {
        assertThat(evidence().observed().spans()).satisfiesExactly(root -> assertThat(root.parentId()).isNull(), call -> {
            assertThat(call.operation()).isEqualTo("call, quoted");
            assertThat(call.durationNanos()).isEqualTo(100_000);
        });
        assertThat(evidence().observed().logs()).singleElement()
                .satisfies(line -> assertThat(line.message()).isEqualTo("two\nlines, one \"message\""));
    }

    @Test
    void rolloutIsReadByBatch() {
        Deployment deployment = evidence().deployments().getFirst();
        assertThat(deployment.service()).isEqualTo("web");
        assertThat(deployment.startedAt()).isEqualTo(Instant.parse("2026-01-05T01:20:00Z"));
        assertThat(deployment.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.newInstances()).containsExactly("web-2");
            assertThat(batch.oldInstances()).containsExactly("web-1");
            assertThat(batch.completedAt()).isNull();
        });
    }

    @Test
    void alertsOfOtherIncidentsAreTheHistory() throws IOException {
        String metric = "{\"kind\": \"metric\", \"ci\": \"a\", \"name\": \"cpu_usage\", \"direction\": \"up\"}";
        String elsewhere = "{\"kind\": \"metric\", \"ci\": \"b\", \"name\": \"cpu_usage\", \"direction\": \"up\"}";
        String calls = "{\"kind\": \"trace\", \"ci\": \"b\", \"caller\": \"a\", \"operation\": \"GET\", \"symptom\": \"error 500\"}";
        String line = "{\"case\": \"%s\", \"cis\": [\"a\", \"b\"], \"links\": [], \"alerts\": [%s]}%n";
        write("cases.jsonl.gz", line.formatted("1", metric + "," + calls) + line.formatted("2", metric) + line.formatted("3", elsewhere));
        Evidence first = read().getFirst().evidence();
        assertThat(first.alerts()).extracting(Alert::signal).containsExactly(Signal.RESOURCE, Signal.ERRORS);
        assertThat(first.alerts().get(1).subject()).isEqualTo(new Subject.OfCalls("a", "b"));
        assertThat(first.history().incidents()).isEqualTo(2);
        Alert cpu = first.alerts().getFirst();
        assertThat(first.history().incidentsByFingerprint()).containsEntry(cpu.fingerprint(), 1);
        assertThat(first.history().incidentsByName()).as("wherever it fired").containsEntry(cpu.name(), 2);
        assertThat(read().getFirst().topology().calls()).containsExactly(new TopologyCall("a", "b"));
    }

    @Test
    void folderWithoutIncidentsIsRefusedByName() {
        assertThatThrownBy(() -> new RecordedSet(folder.resolve("reference")).forEach(incident -> {})).isInstanceOf(
                RecordedIncidentException.class).hasMessageContaining("no recorded incident in " + folder.resolve("reference"));
    }

    @Test
    void brokenCaseIsRefusedByName() throws IOException {
        write("one/case.json", "{\"detectedAt\": \"yesterday\"}");
        assertThatThrownBy(this::read).isInstanceOf(RecordedIncidentException.class).hasMessageContaining("one");
    }
}
