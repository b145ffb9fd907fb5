package dev.faultline.collectors.otlp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.journal.Journal;
import dev.faultline.collectors.otlp.log.LogCounts;
import dev.faultline.collectors.otlp.log.LogFate;
import dev.faultline.collectors.otlp.log.LogLimits;
import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.log.LogStore;
import dev.faultline.graph.log.LogWindow;
import dev.faultline.graph.log.LogWriter;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.type.CiTypeStore;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class LogIntakeIT {
    private static final LogLimits LIMITS = LogLimits.DEFAULT.withSegmentMax(Duration.ofMillis(100));
    private static final LogLimits SLOW = LogLimits.DEFAULT.withSegmentMax(Duration.ofHours(1));

    private final GraphConnection graph;
    private final LogStore store;
    private final Clock clock = Clock.systemUTC();
    private final LogCounts counts = new LogCounts();

    @TempDir
    private Path directory = Path.of("");

    LogIntakeIT(GraphConnection graph) {
        this.graph = graph;
        store = new LogStore(graph);
    }

    private Reconciliations reconciliations() {
        CiTypeStore types = new CiTypeStore(graph);
        types.ship(ShippedCiTypes.load());
        return new Reconciliations(new EstateStore(graph), types::load, clock, LogIntakeIT::newId);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private LogIntake open(LogLimits limits) {
        CallParties parties = ReconciledParties.toldBy(ReconciledParties.SOURCE, UnseenParties.LOGS, reconciliations(),
                new EstateStore(graph), clock, LogIntakeIT::newId);
        return LogIntake.open(limits, Journal.open(directory, "logs", limits.journalBytesMax(), newId()),
                new LogRecorder(parties, new LogWriter(graph), counts), counts, clock);
    }

    private void accept(LogIntake intake, String... lines) {
        String records = Stream.of(lines).map(line -> """
                {"timeUnixNano": "%d000000", "severityNumber": 17, "body": {"stringValue": "%s"}}""".formatted(clock.millis(), line))
                .collect(Collectors.joining(","));
        String body = """
                {"resourceLogs": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "orders"}},
                {"key": "service.instance.id", "value": {"stringValue": "orders-1"}}]}, "scopeLogs": [{"logRecords": [%s]}]}]}"""
                .formatted(records);
        assertThat(intake.receive(BodyFormat.JSON, body.getBytes(StandardCharsets.UTF_8))).isEqualTo(new IntakeAnswer.Accepted(0, ""));
    }

    /// The stored windows of the only instance there is.
    private List<LogWindow> windows() {
        return store.windows(ciIds("ServiceInstance"), 0, Long.MAX_VALUE, 100);
    }

    private List<String> ciIds(String type) {
        return graph.withDriver("CIs cannot be read", driver -> driver.executableQuery("MATCH (ci:Ci {type: $type}) RETURN ci.id AS id")
                .withParameters(Map.of("type", type)).execute().records().stream().map(row -> row.get("id").asString()).toList());
    }

    private Map<String, Long> lines() {
        return windows().stream().collect(Collectors.groupingBy(LogWindow::template, Collectors.summingLong(LogWindow::count)));
    }

    @Test
    void acceptedLinesAreCountedAtTheInstanceThatLoggedThem() {
        try (LogIntake intake = open(LIMITS)) {
            accept(intake, "order 1 is lost", "order 2 is lost", "password=hunter is wrong");
            IntakeFixture.await("3 lines are stored", () -> lines().size() == 2);
            accept(intake, "order 3 is lost");
            IntakeFixture.await("a fourth is", () -> lines().getOrDefault("ERROR order is lost", 0L) == 3);
        }
        assertThat(windows().toString()).contains("order 1 is lost", "password=***").doesNotContain("hunter", "order 3");
        assertThat(ciIds("Service")).hasSize(1);
        assertThat(counts.of(LogFate.RECEIVED)).isEqualTo(4);
    }

    @Test
    void whatWasAcceptedBeforeACrashIsWrittenOnceAfterIt() throws Exception {
        LogIntake crashed = open(SLOW);
        accept(crashed, "order 1 is lost");
        accept(crashed, "order 2 is lost");
        assertThat(windows()).isEmpty();
        try (LogIntake intake = open(LIMITS)) {
            IntakeFixture.await("both are stored", () -> lines().getOrDefault("ERROR order is lost", 0L) == 2);
            accept(intake, "order 3 is lost");
        }
        open(LIMITS).close();
        assertThat(lines()).containsExactly(Map.entry("ERROR order is lost", 3L));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".logs")).filter(file -> file.toFile().length() > 0)).isEmpty();
        }
    }

    @Test
    void aJournalThatIsFullIsToldAndNothingIsCounted() {
        try (LogIntake intake = open(LIMITS.withJournalBytesMax(10))) {
            String body = "{\"resourceLogs\": [{\"scopeLogs\": [{\"logRecords\": [{}]}]}]}";
            assertThat(intake.receive(BodyFormat.JSON, body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IntakeAnswer.Unavailable.class);
        }
        assertThat(counts.of(LogFate.RECEIVED)).isZero();
    }

    @Test
    void windowsPastTheirAgeGoAndSoDoesWhoLogsNoMore() {
        try (LogIntake intake = open(LIMITS)) {
            accept(intake, "order 1 is lost");
            IntakeFixture.await("it is stored", () -> !windows().isEmpty());
        }
        Clock later = Clock.offset(clock, Duration.ofDays(2));
        UnseenParties parties = new UnseenParties(new ClaimStore(graph), reconciliations(), later, LogIntakeIT::newId);
        try (LogUpkeep upkeep = LogUpkeep.start(store, parties, Duration.ofDays(1), later)) {
            IntakeFixture.await("the instance is retired", () -> ciIds("ServiceInstance").isEmpty());
            assertThat(upkeep.windowsRemoved()).isEqualTo(1);
        }
    }
}
