package dev.faultline.api.webhook;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.incident.Eventually;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.collectors.snmp.SnmpUser;
import dev.faultline.collectors.snmp.TrapReceiver;
import dev.faultline.collectors.syslog.SyslogReceiver;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Takes messages of the real `logger` and `snmptrap`; skipped, with a word on it, where Debian's bsdutils or snmp is not installed.
@Neo4jTest
class MessageIntakeIT {
    private static final Path LOGGER = Path.of("/usr/bin/logger");
    private static final Path TRAPS = Path.of("/usr/bin/snmptrap");
    private static final Duration ARRIVAL_MAX = Duration.ofSeconds(30);
    private static final String LINK_DOWN = "1.3.6.1.6.3.1.1.5.3";
    private static final String LINK_UP = "1.3.6.1.6.3.1.1.5.4";

    private final AlertQueries queries;
    private final GraphConnection graph;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private AlertStore store;
    private AlertIntake intake;

    MessageIntakeIT(GraphConnection graph) {
        this.graph = graph;
        queries = new AlertQueries(graph);
    }

    @BeforeEach
    void open() {
        store = AlertStore.open(graph, AlertRules.defaults());
        intake = new AlertIntake(store, Clock.systemUTC(), meters);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private MessageIntake messages(String input) {
        return new MessageIntake(input, AlertMappings.defaults().of(input), intake, meters).start();
    }

    @Test
    void whatLoggerSendsByEachFormAndWayIsAnAlert() throws Exception {
        assumeTrue(Files.isExecutable(LOGGER), LOGGER + " is missing: install Debian package bsdutils to run this test");
        try (var messages = messages(SyslogReceiver.INPUT); var receiver = SyslogReceiver.open("127.0.0.1", 0, messages)) {
            int count = 0;
            for (List<String> way : List.of(List.of("--udp", "--rfc5424"), List.of("--udp", "--rfc3164"),
                    List.of("--tcp", "--rfc5424"), List.of("--tcp", "--octet-count"))) {
                String said = "disk " + "abcd".charAt(count) + " failed";
                run(Stream.of(List.of(LOGGER.toString(), "--server", "127.0.0.1", "--port", "" + receiver.port(), "--priority",
                        "daemon.err", "--tag", "raid"), way, List.of(said)).flatMap(List::stream).toList());
                count++;
                Alert alert = await(each -> said.equals(each.annotations().get("summary")));
                assertThat(alert.labels()).containsEntry("app", "raid").containsEntry("facility", "daemon");
                assertThat(alert.state()).isEqualTo(AlertState.FIRING);
            }
            run(List.of(LOGGER.toString(), "--server", "127.0.0.1", "--port", "" + receiver.port(), "--udp", "--priority", "daemon.info",
                    "all is well"));
            send(receiver.port(), "nonsense");
            Eventually.get(ARRIVAL_MAX, () -> meters.counter("faultline.alert.messages.refused", "input", "syslog").count() == 1
                    ? Optional.of(true)
                    : Optional.empty());
            assertThat(alerts()).hasSize(count);
        }
    }

    @Test
    void aTrapFiresAndAnotherEndsIt() throws Exception {
        assumeTrue(Files.isExecutable(TRAPS), TRAPS + " is missing: install Debian package snmp to run this test");
        var user = new SnmpUser("faultline", "SHA-256", "authentic-enough", "AES-128", "private-enough");
        try (var messages = messages(TrapReceiver.INPUT);
                var receiver = TrapReceiver.open("127.0.0.1", 0, new TrapReceiver.Senders("broker", user), messages)) {
            String address = "127.0.0.1:" + receiver.port();
            List<String> second = List.of("-v", "2c", "-c", "broker", address, "");
            List<String> third = List.of("-v", "3", "-u", "faultline", "-l", "authPriv", "-a", "SHA-256", "-A", "authentic-enough", "-x",
                    "AES", "-X", "private-enough", "-e", "0x80001f8880112233445566", address, "");

            trap(List.of("-v", "2c", "-c", "guess", address, ""), LINK_DOWN);
            trap(List.of("-v", "3", "-u", "faultline", "-l", "noAuthNoPriv", "-e", "0x80001f8880112233445566", address, ""), LINK_DOWN);
            trap(second, LINK_DOWN);
            Alert down = await(each -> each.state() == AlertState.FIRING);
            assertThat(down.name()).isEqualTo("LinkDown");
            assertThat(down.repeats()).isZero();
            assertThat(down.labels()).containsEntry("address", "127.0.0.1").containsEntry("interface", "eth7");
            trap(third, LINK_UP);
            assertThat(await(each -> each.state() == AlertState.RESOLVED).key()).isEqualTo(down.key());
            assertThat(meters.counter("faultline.alert.messages.received", "input", "snmp").count()).isEqualTo(2);
        }
    }

    @Test
    void aMessageThatAMappingFailsOnCostsNoOther(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("m.yaml"), """
                mappings:
                  - {source: fragile, like: syslog, summary: {path: message, pattern: '(x|y)*z'}}
                """);
        try (var messages = new MessageIntake("syslog", AlertMappings.load(file).of("syslog"), intake, meters)) {
            for (String text : List.of("x".repeat(100_000), "xyz")) {
                messages.take(JsonNodeFactory.instance.objectNode().put("severity", "err").put("hostname", "db-1").put("message", text));
            }
            messages.start();
            assertThat(await(each -> each.source().equals("fragile")).labels()).containsEntry("host", "db-1");
        }
        assertThat(alerts()).hasSize(1);
        assertThat(meters.counter("faultline.alert.messages.refused", "input", "syslog").count()).isEqualTo(1);
        assertThat(meters.counter("faultline.alert.refused", "source", "fragile").count()).isEqualTo(1);
    }

    @Test
    void whatComesWhileTooManyWaitIsDroppedAndCounted() {
        var messages = new MessageIntake("syslog", List.of(), intake, meters);
        var message = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < MessageIntake.WAITING_MAX + 7; i++) {
            messages.take(message);
        }
        assertThat(meters.counter("faultline.alert.messages.dropped", "input", "syslog").count()).isEqualTo(7);
        assertThat(meters.get("faultline.alert.messages.waiting").gauge().value()).isEqualTo(MessageIntake.WAITING_MAX);
    }

    private void trap(List<String> head, String oid) throws Exception {
        var command = new ArrayList<>(List.of(TRAPS.toString()));
        command.addAll(head);
        command.addAll(List.of(oid, "1.3.6.1.2.1.2.2.1.1.7", "i", "7", "1.3.6.1.2.1.2.2.1.2.7", "s", "eth7"));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static void send(int port, String text) throws IOException {
        try (var socket = new DatagramSocket()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        }
    }

    private List<Alert> alerts() {
        return queries.page(AlertFilter.ALL, null, 10).alerts();
    }

    private Alert await(Predicate<Alert> wanted) {
        return Eventually.get(ARRIVAL_MAX, () -> alerts().stream().filter(wanted).findFirst());
    }
}
