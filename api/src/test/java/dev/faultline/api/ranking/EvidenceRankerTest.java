package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.explanation.PackedInput;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Term;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.log.LogWindow;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.evidence.LogMinutes;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.topology.TopologySnapshot;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceRankerTest {
    /// Thirty-five seconds into a minute.
    private static final Instant NOW = Instant.parse("2026-03-02T01:30:35Z");
    private static final Instant ALARM = NOW.minusSeconds(15);
    private static final long FAULT_SECONDS = 40;
    private static final List<CallEdge> EDGES = List.of(edge("lb", "web"), edge("web", "shop"), edge("shop", "db"));

    private static final Latency CALM = (callee, secondsAgo) -> normalMillis(callee);

    private MetricSource metrics = MetricSource.NONE;
    private LogSource logs = LogSource.NONE;
    private AlertHistory history = AlertHistory.NONE;
    private Instant topologyAsOf = NOW;
    private List<Suppression> work = List.of();
    private List<TimeWindow> disturbed = List.of();
    private final List<SlicedMinute> windows = new ArrayList<>();

    @Test
    void aFaultOfLessThanAMinuteShowsInTheCallsOfItsSeconds() {
        calls(slower(400, "web", "shop", "db"), 40);

        Cause top = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst();

        assertThat(top.ciId()).isEqualTo("db");
        assertThat(top.terms()).extracting("name").contains("unexplained", "deviation");
    }

    @Test
    void theTimeOfAnEarlierIncidentIsNotTakenForNormal() {
        calls((callee, secondsAgo) -> normalMillis(callee)
                + (secondsAgo < FAULT_SECONDS || (secondsAgo > 240 && secondsAgo < 900) ? 400 : 0), 20);
        disturbed = List.of(new TimeWindow(NOW.minusSeconds(900), NOW.minusSeconds(240)));

        Cause top = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst();

        assertThat(top.ciId()).isEqualTo("db");
        assertThat(top.terms()).extracting("name").contains("unexplained");
    }

    @Test
    void whatTheOpeningOfTheSessionDoesEveryDayIsNoFault() {
        Latency opening = slower(200, "web", "shop");
        calls((callee, secondsAgo) -> opening.millis(callee, secondsAgo) + (secondsAgo < FAULT_SECONDS ? 150 : 0), 40);
        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("shop");

        callsOfDay(1, opening, 40);
        callsOfDay(2, opening, 40);

        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("db");
    }

    @Test
    void theSameMinutesOfADayWithAnIncidentAreNotTakenForNormal() {
        calls(slower(400, "web", "shop", "db"), 40);
        callsOfDay(1, slower(400, "web", "shop", "db"), 40);
        disturbed = List.of(new TimeWindow(ALARM.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(1))));

        Cause top = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst();

        assertThat(top.ciId()).isEqualTo("db");
        assertThat(top.terms()).extracting("name").contains("unexplained");
    }

    @Test
    void trafficThatFallsForTheNoonBreakAsOnOtherDaysIsNoDeviation() {
        Traffic untilNoon = (callee, secondsAgo) -> secondsAgo < FAULT_SECONDS && !callee.equals("db") ? 2 : 40;
        calls(CALM, untilNoon);
        assertThat(termsOf("web", Signal.TRAFFIC)).contains("deviation", "unexplained");

        callsOfDay(1, CALM, untilNoon);

        assertThat(termsOf("web", Signal.TRAFFIC)).doesNotContain("deviation", "unexplained");
    }

    private List<String> termsOf(String ciId, Signal signal) {
        return rank(alarm(ciId, signal)).stream().filter(cause -> cause.ciId().equals(ciId)).flatMap(cause -> cause.terms().stream())
                .map(Term::name).toList();
    }

    @Test
    void aHostThatIsOutOfProcessorTimeIsBlamedForAllThatRunsOnIt() {
        calls((callee, secondsAgo) -> normalMillis(callee) + (secondsAgo < FAULT_SECONDS ? moreMillis(callee, 300, 200, 100) : 0), 40);
        metrics = (ciIds, from, to, missing) -> ciIds.contains("host-1") ? List.of(processors(98)) : List.of();

        List<Cause> causes = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY), alarm("db", Signal.LATENCY),
                alarm("host-1", Signal.RESOURCE));

        assertThat(causes.getFirst().ciId()).as(causes::toString).isEqualTo("host-1");
    }

    @Test
    void whoLogsErrorsThatNobodyLoggedBeforeIsBlamedAndTheInputHoldsTheLines() {
        logs = (ciIds, from, window, missing) -> {
            long to = window.to().getEpochSecond() / 60 + 1;
            return LogMinutes.of(List.of(new LogWindow("shop", to - 9, LogLevel.INFO, "", 80, List.of()),
                    new LogWindow("shop", to - 1, LogLevel.ERROR, "ERROR out of stock", 50,
                            List.of(new LogSample("out of stock: 7", "")))),
                    from.getEpochSecond() / 60, to, to - 2);
        };

        Ranked ranked = ranked(alarm("web", Signal.ERRORS));

        assertThat(ranked.ranking().causes().getFirst().ciId()).isEqualTo("shop");
        assertThat(ranked.ranking().causes().getFirst().evidenceFor()).anySatisfy(one -> assertThat(one).contains("out of stock: 7"));
        assertThat(PackedInput.of(ranked.input()).unpack().evidence().observed().logSeries()).hasSize(2);
    }

    @Test
    void aBusyHostIsNotBlamedWhereItIsAsBusyAsEver() {
        calls(slower(400, "web", "shop", "db"), 40);
        metrics = (ciIds, from, to, missing) -> ciIds.contains("host-1") ? List.of(processors(62)) : List.of();

        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("db");
    }

    @Test
    void aTopologyThatIsYoungerThanTheMomentIsTold() {
        calls(CALM, 40);
        topologyAsOf = NOW.plus(Duration.ofHours(1));

        assertThat(ranked(alarm("web", Signal.LATENCY)).basis().limits()).containsExactly("topology-later");
    }

    @Test
    void workOnAHostIsWeighedAsAChangeOfIt() {
        calls(slower(400, "web", "shop", "db"), 40);
        work = List.of(new Suppression("maintenance-1", new SuppressionScope.OfCis(List.of("host-1", "far-away"), null),
                NOW.minusSeconds(FAULT_SECONDS + 10), NOW.plusSeconds(3_600), "ann", "new kernel", NOW.minusSeconds(3_600), null));

        Ranked ranked = ranked(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY));

        assertThat(ranked.basis().deploymentIds()).containsExactly("maintenance-1");
        assertThat(ranked.ranking().causes()).filteredOn(cause -> cause.ciId().equals("host-1")).singleElement().satisfies(host -> {
            assertThat(host.terms()).filteredOn(term -> term.name().equals("change")).singleElement()
                    .satisfies(change -> assertThat(change.evidence()).contains("maintenance-1"));
        });
    }

    @Test
    void evidenceThatIsMissingIsToldAndWhatIsThereIsRanked() {
        calls(slower(400, "web", "shop", "db"), 40);
        metrics = (ciIds, from, to, missing) -> {
            missing.accept("metrics-unavailable");
            return List.of();
        };

        Ranked ranked = ranked(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY));

        assertThat(ranked.basis().limits()).containsExactly("metrics-unavailable");
        assertThat(ranked.ranking().causes().getFirst().ciId()).isEqualTo("db");
    }

    @Test
    void warningsThatWereThereLongBeforeTheFaultDoNotHideIt() {
        calls(slower(400, "web", "shop", "db"), 40);

        assertThat(rank(ambient(52), ambient(40), ambient(27), ambient(14), alarm("web", Signal.LATENCY)).getFirst().ciId())
                .isEqualTo("db");
    }

    @Test
    void anAlertThatJoinsEveryIncidentTellsLessThanARareOne() {
        history = new AlertHistory(20, Map.of("web-LATENCY", 20));

        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("shop");
    }

    @Test
    void aComponentWithManyEndpointsDoesNotHideItsNeighbours() {
        List<CallEdge> edges = new ArrayList<>(List.of(edge("web", "shop"), edge("web", "ledger")));
        for (int endpoint = 0; endpoint < 700; endpoint++) {
            edges.add(new CallEdge("a" + endpoint, "web", "aggregator", null, "GET /" + endpoint, CallKind.HTTP));
        }

        List<CallEdge> chosen = CallEvidence.chosen(edges, Set.of(), 100);

        assertThat(chosen).hasSize(100).extracting(CallEdge::calleeId).contains("shop", "ledger");
    }

    private record PlannedWork(List<Suppression> windows) implements EvidenceSources.Deployments {
        @Override
        public List<PlacedDeployment> of(Collection<String> ciIds, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<Suppression> maintenance(Collection<String> ciIds, Instant from, Instant to) {
            return windows;
        }
    }

    private List<Cause> rank(Alert... alerts) {
        return ranked(alerts).ranking().causes();
    }

    private Ranked ranked(Alert... alerts) {
        List<Alert> all = List.of(alerts);
        List<Symptom> symptoms = all.stream()
                .map(alert -> new Symptom(java.util.Objects.requireNonNull(alert.subject()), alert.signal(), alert.startsAt())).toList();
        EvidenceSources sources = new EvidenceSources(this::topology, new StoredCalls(windows), new PlannedWork(work),
                metrics, logs, new KnownPast(history, disturbed));
        return new EvidenceRanker(sources, EvidenceLimits.DEFAULT.withLead(Duration.ofSeconds(30)), RulesReader.defaults())
                .rank(symptoms, all, NOW);
    }

    /// Milliseconds that a call to a service took, by how long ago it began.
    private interface Latency {
        double millis(String callee, long secondsAgo);
    }

    /// Calls to a service within a slice, by how long ago it began.
    private interface Traffic {
        int calls(String callee, long secondsAgo);
    }

    private static double normalMillis(String callee) {
        return moreMillis(callee, 40, 25, 5);
    }

    private static double moreMillis(String callee, double web, double shop, double db) {
        return switch (callee) {
            case "web" -> web;
            case "shop" -> shop;
            case "db" -> db;
            default -> throw new IllegalArgumentException(callee);
        };
    }

    private static Latency slower(double moreMillis, String... callees) {
        return (callee, secondsAgo) -> normalMillis(callee)
                + (secondsAgo < FAULT_SECONDS && Arrays.asList(callees).contains(callee) ? moreMillis : 0);
    }

    /// Twenty minutes of calls until now.
    private void calls(Latency latency, int callsPerSlice) {
        calls(latency, (callee, secondsAgo) -> callsPerSlice);
    }

    private void calls(Latency latency, Traffic callsPerSlice) {
        calls(NOW, 20, 0, latency, callsPerSlice);
    }

    private void callsOfDay(int daysAgo, Latency latency, int callsPerSlice) {
        callsOfDay(daysAgo, latency, (callee, secondsAgo) -> callsPerSlice);
    }

    /// A few minutes of calls before this time of an earlier day, and after it, where what began goes on.
    private void callsOfDay(int daysAgo, Latency latency, Traffic callsPerSlice) {
        calls(NOW.minus(Duration.ofDays(daysAgo)), 5, 5, latency, callsPerSlice);
    }

    private void calls(Instant moment, int minutesBefore, int minutesAfter, Latency latency, Traffic callsPerSlice) {
        long last = moment.getEpochSecond() / 60;
        for (CallEdge edge : EDGES) {
            for (long minute = last - minutesBefore; minute <= last + minutesAfter; minute++) {
                windows.add(window(edge, minute, moment.getEpochSecond(), latency, callsPerSlice));
            }
        }
    }

    private static SlicedMinute window(CallEdge edge, long minute, long moment, Latency latency, Traffic callsPerSlice) {
        CallSlices slices = CallSlices.empty();
        for (long second = minute * 60; second < minute * 60 + 60 && second < NOW.getEpochSecond(); second += CallSlices.SECONDS) {
            int calls = callsPerSlice.calls(edge.calleeId(), moment - second);
            if (calls > 0) {
                slices.add(second * 1_000, latency.millis(edge.calleeId(), moment - second), false, calls);
            }
        }
        return new SlicedMinute(edge.id(), minute, slices);
    }

    private static Series processors(double percent) {
        long[] times = LongStream.rangeClosed(1, 300).map(ago -> NOW.getEpochSecond() - 602 + 2 * ago).toArray();
        double[] values = Arrays.stream(times)
                .mapToDouble(time -> NOW.getEpochSecond() - time < FAULT_SECONDS ? percent : 58 + time % 5).toArray();
        return new Series(new Subject.OfCi("host-1"), "cpu.percent", Signal.RESOURCE, Duration.ofSeconds(2), times, values);
    }

    private static Alert ambient(int minutesAgo) {
        Instant start = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new Alert("web-" + minutesAgo, "test", "web-" + minutesAgo, "DiskAlmostFull", AlertState.FIRING, Severity.WARNING,
                Signal.RESOURCE, start, null, start, 0, Map.of(), Map.of(), new Subject.OfCi("web"));
    }

    private static Alert alarm(String ciId, Signal signal) {
        String fingerprint = ciId + "-" + signal;
        return new Alert("test/" + fingerprint, "test", fingerprint, "High" + signal, AlertState.FIRING, Severity.CRITICAL, signal, ALARM,
                null, ALARM, 0, Map.of(), Map.of(), new Subject.OfCi(ciId));
    }

    private static CallEdge edge(String callerId, String calleeId) {
        return new CallEdge(callerId + ">" + calleeId, callerId, calleeId, null, "GET /", CallKind.HTTP);
    }

    private TopologySnapshot topology() {
        List<TopologyNode> nodes = new ArrayList<>(List.of(new TopologyNode("host-1", "Host", "host-1")));
        List.of("lb", "web", "shop", "db").forEach(id -> nodes.add(new TopologyNode(id, "Service", id)));
        List<TopologyLink> links = List.of("lb", "web", "shop", "db").stream().map(id -> new TopologyLink("RUNS_ON", id, "host-1"))
                .toList();
        return TopologySnapshot.of(new Topology(topologyAsOf, nodes, links,
                EDGES.stream().map(edge -> new TopologyCall(edge.callerId(), edge.calleeId())).toList()));
    }

    private record StoredCalls(List<SlicedMinute> all) implements EvidenceSources.Calls {
        @Override
        public List<CallEdge> edges(Collection<String> ciIds) {
            return EDGES.stream().filter(edge -> ciIds.contains(edge.calleeId())).toList();
        }

        @Override
        public List<SlicedMinute> minutes(Collection<String> edgeIds, long fromMinute, long toMinute) {
            return all.stream().filter(window -> edgeIds.contains(window.edgeId()))
                    .filter(window -> window.minute() >= fromMinute && window.minute() < toMinute).toList();
        }
    }

    private record KnownPast(AlertHistory history, List<TimeWindow> disturbed) implements EvidenceSources.Past {
        @Override
        public AlertHistory history(Collection<Alert> alerts, Instant from, Instant to) {
            return history;
        }

        @Override
        public List<TimeWindow> disturbedTimes(Collection<String> ciIds, Instant from, Instant to) {
            return disturbed;
        }
    }
}
