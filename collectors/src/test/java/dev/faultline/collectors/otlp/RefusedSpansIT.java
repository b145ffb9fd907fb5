package dev.faultline.collectors.otlp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.collectors.otlp.pair.SpanFate;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static dev.faultline.collectors.otlp.IntakeFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class RefusedSpansIT {
    private static final int RANDOM_SPANS = 1_000;
    private static final int GOOD_SPANS = 20;
    private static final List<String> KEYS = List.of("service.name", "service.namespace", "service.instance.id", "k8s.pod.name",
            "host.name",
            "host.id", "k8s.pod.uid", "service.version", "process.pid", "container.id");
    private static final List<String> SPAN_KEYS = List.of("db.system.name", "db.system", "db.namespace", "db.name", "messaging.system",
            "messaging.destination.template", "messaging.destination.name", "messaging.operation.type", "rpc.system",
            "http.request.method", "http.response.status_code", "peer.service", "service.peer.name", "server.address", "server.port",
            "net.peer.name", "net.peer.port", "network.peer.address", "network.peer.port", "url.full", "http.url");
    private static final List<Object> VALUES = List.of("", " ", ":", "::", "db:", "2001:db8::", "[2001:db8::1]:", "[::1", "db:3306",
            "a:b:c",
            ":3306", "db:99999999999999999999", "-1", "0", "x\0y", "\uD800", "\n", "/", "mysql", "redis", "kafka", "localhost", "null",
            "http://[::1", "http://db:/x", "http://user@:80", "https://a b", "q".repeat(5_000), "\u80a1\u7968 \uD83D\uDCC8", 0L, -1L, 1L,
            3306L, 65_536L, Long.MAX_VALUE, Long.MIN_VALUE);

    private final IntakeFixture fixture;

    RefusedSpansIT(GraphConnection graph, @TempDir Path directory) {
        fixture = new IntakeFixture(graph, directory);
    }

    @Test
    void aDatabaseAtAnAddressThatEndsWithAColonIsACallLikeAnyOther() {
        try (TraceIntake intake = fixture.open(LIMITS)) {
            accept(intake, client("SELECT", Map.of("db.system", "mysql", "server.address", "2001:db8::")));
            accept(intake, client("INSERT", Map.of("db.system", "mysql", "server.address", "2001:db8::1", "server.port", 3306L)));
            await("the calls", () -> fixture.calls().keySet().containsAll(List.of("SELECT", "INSERT")));
            assertThat(intake.problem()).isEmpty();
        }
    }

    @Test
    void spansWithAnyAttributesBecomeCallsAndHoldNothingUp() {
        Random random = new Random(7);
        Span.SpanKind[] kinds = {Span.SpanKind.SPAN_KIND_CLIENT, Span.SpanKind.SPAN_KIND_SERVER, Span.SpanKind.SPAN_KIND_PRODUCER,
                Span.SpanKind.SPAN_KIND_CONSUMER, Span.SpanKind.SPAN_KIND_INTERNAL};
        try (TraceIntake intake = fixture.open(LIMITS)) {
            for (int i = 0; i < RANDOM_SPANS; i++) {
                accept(intake, SpanBodies.body(some(KEYS, random), kinds[random.nextInt(kinds.length)],
                        VALUES.get(random.nextInt(VALUES.size())).toString(), fixture.nowMillis(), some(SPAN_KEYS, random)));
            }
            accept(intake, SpanBodies.answered("last", fixture.nowMillis()));
            await("the last call", () -> fixture.calls().containsKey("GET /last"));
            assertThat(intake.problem()).isEmpty();
            assertThat(fixture.counts.of(SpanFate.SET_ASIDE)).isZero();
        }
        double calls = fixture.calls().values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(calls).isGreaterThan(RANDOM_SPANS / 2.0);
        fixture.open(LIMITS).close();
    }

    @Test
    void aCallThatCanNeverBeWrittenIsSetAsideAndAllOthersAreWritten() {
        try (TraceIntake intake = fixture.open(LIMITS, RefusedSpansIT::refusingPoison)) {
            sendGoodAndPoison(intake);
            await("the good calls", () -> goodCalls() == GOOD_SPANS);
            await("the end of the poison", () -> fixture.counts.of(SpanFate.SET_ASIDE) == 1);
            accept(intake, SpanBodies.answered("last", fixture.nowMillis()));
            await("the last call", () -> fixture.calls().containsKey("GET /last"));
            assertThat(intake.problem()).isEmpty();
            assertThat(goodCalls()).isEqualTo(GOOD_SPANS);
        }
    }

    @Test
    void aCallThatCanNeverBeWrittenDoesNotKeepFaultlineFromStarting() {
        TraceIntake crashed = fixture.open(LIMITS.withSegmentMax(Duration.ofHours(1)), RefusedSpansIT::refusingPoison);
        sendGoodAndPoison(crashed);
        try (TraceIntake intake = fixture.open(LIMITS, RefusedSpansIT::refusingPoison)) {
            await("the good calls", () -> goodCalls() == GOOD_SPANS);
            assertThat(intake.problem()).isEmpty();
        }
    }

    private void sendGoodAndPoison(TraceIntake intake) {
        for (int i = 0; i < GOOD_SPANS; i++) {
            accept(intake, SpanBodies.answered("good" + i, fixture.nowMillis()));
            if (i == GOOD_SPANS / 2) {
                accept(intake, SpanBodies.answered("poison", fixture.nowMillis()));
            }
        }
    }

    private double goodCalls() {
        return fixture.calls().entrySet().stream().filter(call -> call.getKey().startsWith("GET /good")).mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static CallParties refusingPoison(CallParties parties) {
        return claims -> {
            if (claims.stream().anyMatch(claim -> claim.name().equals("poison"))) {
                throw new IllegalStateException("poison is no service, expected another");
            }
            return parties.ciIds(claims);
        };
    }

    private byte[] client(String name, Map<String, Object> attributes) {
        return SpanBodies.body(Map.of("service.name", "orders"), Span.SpanKind.SPAN_KIND_CLIENT, name, fixture.nowMillis(), attributes);
    }

    private static Map<String, Object> some(List<String> keys, Random random) {
        return keys.stream().filter(key -> random.nextInt(3) == 0)
                .collect(Collectors.toMap(key -> key, key -> VALUES.get(random.nextInt(VALUES.size())), (a, b) -> b, HashMap::new));
    }
}
