package dev.faultline.collectors.otlp.pair;

import java.util.List;
import java.util.Map;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import dev.faultline.collectors.otlp.span.Peer;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanKind;

import static dev.faultline.collectors.otlp.pair.Traces.*;
import static org.assertj.core.api.Assertions.assertThat;

class SpanPairingTest {
    private static final PairLimits LIMITS = new PairLimits(10_000, 100, 3, 10);

    private final SpanCounts counts = new SpanCounts();
    private final SpanPairing pairing = new SpanPairing(LIMITS, counts);

    @Test
    void bothSidesOfACallMakeOneEdgeToTheEndpointAndInstance() {
        accept(server("gateway", 1, 0, "GET /"), client("gateway", 2, 1, "GET"), at(server("quotes", 3, 2, "GET /quotes/{symbol}"), "q-1"));
        assertThat(calls()).containsExactlyInAnyOrderEntriesOf(
                Map.of("clients of gateway -> gateway HTTP GET /", "1/0", "gateway -> quotes[q-1] HTTP GET /quotes/{symbol}", "1/0"));
        assertThat(counts.of(SpanFate.PAIRED)).isOne();
        assertThat(counts.of(SpanFate.ROOT)).isOne();
    }

    @Test
    void theOrderOfTheTwoSidesDoesNotMatter() {
        accept(server("quotes", 3, 2, "GET /quotes"));
        accept(client("gateway", 2, 0, "GET"));
        assertThat(calls()).containsOnly(Map.entry("gateway -> quotes HTTP GET /quotes", "1/0"));
    }

    @Test
    void theCallersTimeCountsForThePair() {
        accept(timed(client("gateway", 2, 0, "GET"), -1, 500), timed(server("quotes", 3, 2, "GET /quotes"), 1, 20));
        Map<CallMinute, CallSum> sums = pairing.take();
        assertThat(sums.values().iterator().next().latency().quantileMillis(0.5)).isCloseTo(500, Percentage.withPercentage(1));
        assertThat(sums.keySet().iterator().next().minute()).isEqualTo(START_NANOS / 60_000_000_000L - 1);
        assertThat(counts.of(SpanFate.CLOCK_SKEW)).isZero();
    }

    @Test
    void aCalleeOutsideItsCallersTimeIsClockSkewAndStillPaired() {
        accept(client("gateway", 2, 0, "GET"), timed(server("quotes", 3, 2, "GET /quotes"), -70_000, 5));
        assertThat(calls()).containsOnly(Map.entry("gateway -> quotes HTTP GET /quotes", "1/0"));
        assertThat(counts.of(SpanFate.CLOCK_SKEW)).isOne();
    }

    @Test
    void aCallFailsWhenEitherSideSaysSo() {
        accept(failed(client("gateway", 2, 0, "GET")), server("quotes", 3, 2, "GET /quotes"));
        accept(client("gateway", 4, 0, "GET"), failed(server("quotes", 5, 4, "GET /quotes")));
        assertThat(calls()).containsOnly(Map.entry("gateway -> quotes HTTP GET /quotes", "2/2"));
    }

    @Test
    void weightsAreSummed() {
        accept(weighing(client("gateway", 2, 0, "GET"), 4), weighing(failed(server("quotes", 3, 2, "GET /quotes")), 4));
        accept(weighing(client("gateway", 4, 0, "GET"), 1.5), weighing(server("quotes", 5, 4, "GET /quotes"), 1.5));
        assertThat(calls()).containsOnly(Map.entry("gateway -> quotes HTTP GET /quotes", "5.5/4"));
    }

    @Test
    void aDatabaseIsSeenFromItsClientAtOnce() {
        accept(with(client("orders", 2, 0, "SELECT orders"), new Peer(Peer.Role.DATABASE, "mysql", null, "db", 3306, "shop", false)));
        accept(with(span("orders", SpanKind.INTERNAL, 3, 2, "GET key"), new Peer(Peer.Role.DATABASE, "redis", null, null, 0, null, false)));
        assertThat(calls()).containsExactlyInAnyOrderEntriesOf(Map.of("orders -> database mysql db:3306 DATABASE SELECT orders", "1/0",
                "orders -> database redis of orders DATABASE GET key", "1/0"));
    }

    @Test
    void theTransportUnderADatabaseCallIsNotAnotherCall() {
        Span query = with(client("search", 2, 0, "search index"),
                new Peer(Peer.Role.DATABASE, "elasticsearch", null, "es", 9200, null, false));
        accept(with(client("search", 3, 2, "POST"), address("es", 9200)), query);
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("search -> database elasticsearch es:9200 DATABASE search index", "1/0"));
    }

    @Test
    void aClientInsideAClientIsAnsweredOnce() {
        accept(client("gateway", 2, 0, "Quotes/Get"), client("gateway", 3, 2, "POST"), server("quotes", 4, 3, "Quotes/Get"));
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("gateway -> quotes HTTP Quotes/Get", "1/0"));
        assertThat(counts.of(SpanFate.IN_PROCESS)).isOne();
    }

    @Test
    void anUnansweredClientCallsItsPeerWhenTheWaitIsOver() {
        accept(with(client("gateway", 2, 0, "GET"), address("rates.example", 443)));
        assertThat(calls()).isEmpty();
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("gateway -> external rates.example:443 HTTP GET", "1/0"));
        assertThat(counts.of(SpanFate.CALLER_ONLY)).isOne();
        assertThat(pairing.waitingCount()).isZero();
    }

    @Test
    void anUnansweredClientCallsTheServiceThatIsKnownToAnswerThere() {
        accept(with(client("gateway", 2, 0, "GET"), address("10.0.0.7", 80)), at(server("quotes", 3, 2, "GET /quotes"), "q-1"));
        accept(failed(with(client("gateway", 4, 0, "GET"), address("10.0.0.7", 80))));
        assertThat(callsAfterTheWait()).containsExactlyInAnyOrderEntriesOf(
                Map.of("gateway -> quotes[q-1] HTTP GET /quotes", "1/0", "gateway -> quotes[q-1] HTTP GET", "1/1"));
    }

    @Test
    void anAddressOfSeveralInstancesNamesNoInstance() {
        accept(with(client("gateway", 2, 0, "GET"), address("lvs", 80)), at(server("quotes", 3, 2, "GET /quotes"), "q-1"));
        accept(with(client("gateway", 4, 0, "GET"), address("lvs", 80)), at(server("quotes", 5, 4, "GET /quotes"), "q-2"));
        accept(with(client("gateway", 6, 0, "GET"), address("lvs", 80)));
        assertThat(callsAfterTheWait()).containsEntry("gateway -> quotes HTTP GET", "1/0");
    }

    @Test
    void aClientThatNamesNobodyIsDroppedAndCounted() {
        accept(span("gateway", SpanKind.CLIENT, 2, 0, "call"));
        assertThat(callsAfterTheWait()).isEmpty();
        assertThat(counts.of(SpanFate.PEER_UNKNOWN)).isOne();
    }

    @Test
    void aServerWhoseParentDoesNotComeIsCalledFromOutside() {
        accept(server("quotes", 3, 2, "GET /quotes"));
        assertThat(calls()).isEmpty();
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("clients of quotes -> quotes HTTP GET /quotes", "1/0"));
        assertThat(counts.of(SpanFate.MISSING_PARENT)).isOne();
        assertThat(counts.of(SpanFate.ROOT)).isZero();
    }

    @Test
    void everyConsumerOfAMessageMakesAnEdge() {
        accept(with(span("trading", SpanKind.PRODUCER, 2, 0, "orders send"), broker("orders", false)));
        accept(with(span("risk", SpanKind.CONSUMER, 3, 2, "orders process"), broker("orders", false)));
        accept(linked(with(span("audit", SpanKind.CONSUMER, 4, 0, "orders process"), broker("orders", false)), 2));
        assertThat(callsAfterTheWait())
                .containsExactlyInAnyOrderEntriesOf(Map.of("trading -> broker kafka kafka:9092 MESSAGING orders", "1/0",
                        "trading -> risk MESSAGING orders", "1/0", "trading -> audit MESSAGING orders", "1/0"));
    }

    @Test
    void aBatchOfMessagesIsACallFromEachOfItsProducers() {
        accept(linked(with(span("risk", SpanKind.CONSUMER, 9, 8, "orders process"), broker("orders", false)), 2, 3, 3));
        accept(with(span("trading", SpanKind.PRODUCER, 2, 0, "orders send"), broker("orders", false)));
        accept(with(span("mobile", SpanKind.PRODUCER, 3, 0, "orders send"), broker("orders", false)));
        assertThat(callsAfterTheWait()).containsEntry("trading -> risk MESSAGING orders", "1/0").containsEntry(
                "mobile -> risk MESSAGING orders",
                "1/0");
    }

    @Test
    void fetchingMessagesIsACallToTheBroker() {
        accept(with(span("risk", SpanKind.CONSUMER, 3, 0, "orders receive"), broker("orders", true)));
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("risk -> broker kafka kafka:9092 MESSAGING orders", "1/0"));
    }

    @Test
    void aConsumerWhoseProducerIsUnknownIsCalledByTheBroker() {
        accept(with(span("risk", SpanKind.CONSUMER, 3, 2, "orders process"), broker("orders", false)));
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("broker kafka kafka:9092 -> risk MESSAGING orders", "1/0"));
    }

    @Test
    void aParentInAnotherServiceIsACallEvenWithoutAClientSpan() {
        accept(span("batch", SpanKind.INTERNAL, 2, 0, "nightly"), server("orders", 3, 2, "POST /settle"));
        accept(span("orders", SpanKind.INTERNAL, 4, 2, "prepare"));
        assertThat(calls()).containsExactlyInAnyOrderEntriesOf(
                Map.of("batch -> orders HTTP POST /settle", "1/0", "batch -> orders INTERNAL prepare", "1/0"));
    }

    @Test
    void workInsideOneProcessIsNoCall() {
        accept(server("orders", 2, 0, "POST /orders"), span("orders", SpanKind.INTERNAL, 3, 2, "validate"),
                server("orders", 4, 2, "POST /orders"));
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("clients of orders -> orders HTTP POST /orders", "1/0"));
        assertThat(counts.of(SpanFate.IN_PROCESS)).isEqualTo(2);
    }

    @Test
    void aSpanSentTwiceCountsOnce() {
        accept(client("gateway", 2, 0, "GET"), server("quotes", 3, 2, "GET /quotes"));
        accept(client("gateway", 2, 0, "GET"), server("quotes", 3, 2, "GET /quotes"));
        assertThat(callsAfterTheWait()).containsOnly(Map.entry("gateway -> quotes HTTP GET /quotes", "1/0"));
        assertThat(counts.of(SpanFate.DUPLICATE)).isEqualTo(2);
    }

    @Test
    void partnersFindEachOtherJustInsideTheWaitAndNotAfterIt() {
        pairing.accept(List.of(server("quotes", 3, 2, "GET /quotes")), 0);
        pairing.accept(List.of(client("gateway", 2, 0, "GET")), 9_999);
        assertThat(calls()).containsOnlyKeys("gateway -> quotes HTTP GET /quotes");
        pairing.accept(List.of(server("quotes", 5, 4, "GET /quotes")), 10_000);
        pairing.accept(List.of(with(client("gateway", 4, 0, "GET"), address("quotes", 80))), 20_000);
        pairing.pass(30_000);
        assertThat(calls()).containsOnlyKeys("clients of quotes -> quotes HTTP GET /quotes", "gateway -> external quotes:80 HTTP GET");
    }

    @Test
    void theOldestGivesWayWhenTooManyWait() {
        for (int id = 1; id <= 101; id++) {
            accept(with(client("gateway", id, 0, "GET"), address("rates.example", 443)));
        }
        assertThat(calls()).containsOnly(Map.entry("gateway -> external rates.example:443 HTTP GET", "1/0"));
        assertThat(counts.of(SpanFate.OVERFLOW)).isOne();
        assertThat(pairing.waitingCount()).isEqualTo(100);
    }

    @Test
    void endpointsBeyondTheLimitAreCountedTogether() {
        for (int id = 1; id <= 5; id++) {
            accept(server("quotes", id, 0, "GET /quotes/" + id));
        }
        assertThat(calls()).hasSize(4).containsEntry("clients of quotes -> quotes HTTP (other endpoints)", "2/0");
        assertThat(counts.of(SpanFate.ENDPOINT_OVERFLOW)).isEqualTo(2);
    }

    private void accept(Span... spans) {
        pairing.accept(List.of(spans), 0);
    }

    private Map<String, String> calls() {
        return shown(pairing.take());
    }

    private Map<String, String> callsAfterTheWait() {
        pairing.pass(LIMITS.waitMillis());
        return calls();
    }
}
