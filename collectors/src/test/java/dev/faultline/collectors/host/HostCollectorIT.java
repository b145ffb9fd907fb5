package dev.faultline.collectors.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.faultline.collectors.reconciliation.CollectorSchedule;
import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiFilter;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.ci.Relation;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class HostCollectorIT {
    private static final CiTypes TYPES = ShippedCiTypes.load();
    private static final HostSettings SETTINGS = new HostSettings(Set.of(), Duration.ZERO, Duration.ofMinutes(5), "local");

    private final List<Process> started = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final CiStore cis;
    private final Reconciliations reconciliations;

    HostCollectorIT(GraphConnection graph) {
        cis = new CiStore(graph);
        reconciliations = new Reconciliations(new EstateStore(graph), () -> TYPES, Clock.systemUTC(), () -> "ci" + ids.incrementAndGet());
    }

    @AfterEach
    void endPrograms() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void findsAListeningAndAConnectedProcessAndClosesTheOneThatDies() throws IOException, InterruptedException {
        var server = start();
        int port = readNumber(server);
        var client = start(Integer.toString(port));
        readNumber(client);
        try (var schedule = new CollectorSchedule(new HostCollector(SETTINGS, Clock.systemUTC(), () -> UUID.randomUUID().toString()),
                reconciliations, Duration.ofMinutes(1), Clock.systemUTC(), () -> UUID.randomUUID().toString())) {
            var first = schedule.runOnce();

            assertThat(first.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(first.problems()).isEmpty();
            var serverCi = process(server.pid());
            var clientCi = process(client.pid());
            assertThat(serverCi.name()).isEqualTo("java dev.faultline.collectors.host.SocketProgram");
            assertThat(targets(serverCi, "LISTENS_ON")).containsExactly("127.0.0.1:" + port);
            assertThat(targets(clientCi, "CONNECTED_TO")).containsExactly(serverCi.name());
            assertThat(targets(serverCi, "RUNS_ON")).isEqualTo(only("Host").stream().map(Ci::name).toList());

            bindsAnInstanceThatSpansTellOf(server.pid(), serverCi);

            client.destroyForcibly().waitFor();
            schedule.runOnce();

            assertThat(cis.find(List.of(clientCi.id()), null)).isEmpty();
            assertThat(cis.find(List.of(serverCi.id()), null)).hasSize(1);
            assertThat(cis.history(clientCi.id())).hasSize(1);
        }
    }

    private void bindsAnInstanceThatSpansTellOf(long processId, Ci serverCi) {
        var host = only("Host").getFirst();
        var now = Clock.systemUTC().instant();
        reconciliations.reconcile(new Run("spans", "otlp", "all", now, now, RunOutcome.PARTIAL, null,
                List.of(new Claim("i", "ServiceInstance", "orders 1", Map.of("serviceName", "orders", "instanceId", "1", "hostName",
                        host.name(), "processId", processId), List.of()))));
        var instance = only("ServiceInstance").getFirst();
        assertThat(targets(instance, "RUNS_ON")).containsExactly(host.name());
        assertThat(targets(instance, "EXECUTED_BY")).containsExactly(serverCi.name());
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m", "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(), SocketProgram.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        started.add(process);
        return process;
    }

    private static int readNumber(Process process) throws IOException {
        var text = new StringBuilder();
        for (int read = process.getInputStream().read(); read != '\n'; read = process.getInputStream().read()) {
            if (read < 0) {
                throw new AssertionError("the program ended, it had printed " + text);
            }
            text.append(new String(new byte[]{(byte) read}, StandardCharsets.US_ASCII));
        }
        return Integer.parseInt(text.toString().strip());
    }

    private Ci process(long id) {
        return cis.page(new CiFilter(Set.of("Process"), "", Map.of("processId", id)), TYPES, null, 10, null).cis().getFirst();
    }

    private List<Ci> only(String type) {
        return cis.page(new CiFilter(Set.of(type), "", Map.of()), TYPES, null, 10, null).cis();
    }

    private List<String> targets(Ci from, String relation) {
        var ids = cis.relations(List.of(from.id()), null).stream()
                .filter(each -> each.type().equals(relation) && each.fromId().equals(from.id())).map(Relation::toId).toList();
        return cis.find(ids, null).stream().map(Ci::name).sorted().toList();
    }
}
