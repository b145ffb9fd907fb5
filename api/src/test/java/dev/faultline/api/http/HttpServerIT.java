package dev.faultline.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.ApiException;
import dev.faultline.api.health.Meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpServerIT {
    private static final long BYTES_MAX = 1024;
    private static final Duration TRICKLE = Duration.ofMillis(200);
    private static RunningServer server = RunningServer.of();

    @BeforeAll
    static void start() {
        server.close();
        server = RunningServer.of(
                Route.post("/echo", context -> context.json(Json.tree(context, BYTES_MAX))),
                Route.post("/ingest", context -> context.result(RequestBody.bytes(context, BYTES_MAX))).open(Access.INGEST),
                Route.get("/fails", context -> {
                    throw new IllegalStateException("secret detail");
                }),
                Route.get("/away", context -> {
                    throw Rejection.unavailable("Neo4j is away", 5);
                }));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothingButHealthAndLoginAnswersWithoutAToken() {
        assertThat(server.send(server.bare("/health")).statusCode()).isEqualTo(200);
        assertThat(server.send(server.bare("/login")).statusCode()).isEqualTo(200);
        for (String path : List.of("/metrics", "/fails", "/nowhere", "/health/", "//health", "/HEALTH")) {
            assertThat(server.send(server.bare(path)).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void aWrongTokenIsRefusedWithASentence() {
        HttpResponse<String> response = server.send(server.bare("/fails").header("Authorization", "Bearer admin-secre"));
        assertProblem(response, 401, "no valid token");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    @Test
    void theIngestTokenOpensIngestRoutesAlone() {
        assertThat(server.send(server.bare("/ingest").header("Authorization", "Bearer ingest-secret")
                .POST(HttpRequest.BodyPublishers.ofString("spans"))).body()).isEqualTo("spans");
        assertProblem(server.send(server.bare("/fails").header("Authorization", "Bearer ingest-secret")), 403, "expected the admin token");
    }

    @Test
    void theMetricsTokenOpensTheMetricsAlone() {
        String token = "Bearer " + RunningServer.TOKENS.metrics();
        assertThat(server.send(server.bare("/metrics").header("Authorization", token)).statusCode()).isEqualTo(200);
        assertProblem(server.send(server.bare("/fails").header("Authorization", token)), 403, "the metrics token does not open /fails");
        assertProblem(server.send(server.bare("/ingest").header("Authorization", token).POST(HttpRequest.BodyPublishers.ofString("spans"))),
                403, "expected the ingest token");
    }

    @Test
    void readinessIsToldWithoutATokenAndItsReasonsAreNot() {
        assertThat(server.send(server.bare("/ready"))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("secret.host").doesNotContain("neo4j");
        });
        assertProblem(server.get("/ready"), 503, "neo4j: secret.host is away");
    }

    @Test
    void unknownPathsAndMethodsAreTold() {
        assertProblem(server.get("/nowhere"), 404, "/nowhere");
        assertProblem(server.get("/echo"), 405, "POST");
    }

    @Test
    void malformedJsonIsToldWithItsPlace() {
        assertProblem(server.post("/echo", "{\"a\": 1,, }"), 400, "line 1, column");
        assertProblem(server.post("/echo", "{\"a\": 1, \"a\": 2}"), 400, "Duplicate");
        assertProblem(server.post("/echo", "{} {}"), 400, "");
        assertProblem(server.post("/echo", ""), 400, "empty");
        assertProblem(server.post("/echo", "[".repeat(500)), 400, "nest");
        assertProblem(server.send(server.admin("/echo").POST(HttpRequest.BodyPublishers.ofString("{}"))), 415, "application/json");
    }

    @Test
    void bodiesPastTheLimitAreRefused() throws IOException {
        assertProblem(server.post("/echo", "\"" + "x".repeat(2000) + "\""), 413, "1024");
        HttpResponse<String> unknownLength = server.send(server.admin("/ingest")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[5000]))));
        assertProblem(unknownLength, 413, "1024");
        assertProblem(server.send(server.admin("/ingest").header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(new byte[100_000])))), 413, "1024");
    }

    @Test
    void aHundredMegabytesAreRefusedUnread() throws IOException {
        String answer = server
                .raw("POST /ingest HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer admin-secret\r\nContent-Length: 104857600\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close");
    }

    @Test
    void gzipIsUnpackedAndBrokenGzipTold() throws IOException {
        assertThat(server.send(server.admin("/ingest").header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip("hello".getBytes(StandardCharsets.UTF_8))))).body())
                .isEqualTo("hello");
        assertProblem(server.send(server.admin("/ingest").header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("not gzip"))), 400, "gzip");
        assertProblem(server.send(server.admin("/ingest").header("Content-Encoding", "br")
                .POST(HttpRequest.BodyPublishers.ofString("x"))), 415, "'br'");
    }

    @Test
    void aClientThatStopsSendingIsLetGo() throws IOException {
        String answer = server
                .raw("POST /ingest HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer admin-secret\r\nContent-Length: 10\r\n\r\nabc");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("stopped arriving");
    }

    @Test
    void aBodyThatTricklesIsLetGo() throws IOException, InterruptedException {
        assertThat(
                trickled("POST /ingest HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer admin-secret\r\nContent-Length: 1000\r\n\r\n",
                        "x".repeat(50)))
                .startsWith("HTTP/1.1 408").contains("too long to arrive");
    }

    /// Stored blocks of no bytes, which unpack to nothing for as long as they come.
    @Test
    void aPackedBodyThatTricklesAndUnpacksToNothingIsLetGo() throws IOException, InterruptedException {
        assertThat(trickled("POST /ingest HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer admin-secret\r\nContent-Encoding: gzip\r\n"
                + "Content-Length: 1000\r\n\r\n\u001f\u008b\b\0\0\0\0\0\0\0", "\0\0\0\u00ff\u00ff".repeat(10)))
                .startsWith("HTTP/1.1 408").contains("too long to arrive");
    }

    @Test
    void aHeadThatTricklesIsLetGo() throws IOException, InterruptedException {
        assertThat(trickled("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x".repeat(50))).isEmpty();
    }

    @Test
    void aConnectionThatAnsweredIsLetGoWhereItsNextHeadTrickles() throws IOException, InterruptedException {
        assertThat(trickled("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /health HTTP/1.1\r\nX-Slow: ", "x".repeat(50)))
                .startsWith("HTTP/1.1 200").containsOnlyOnce("HTTP/1.1");
    }

    /// Sends the start at once and the rest a byte each until the server closes, and returns what came back.
    private static String trickled(String start, String rest) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().start(() -> readAll(socket, answer));
            socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
            int sent = 0;
            while (reader.isAlive() && sent < rest.length()) {
                socket.getOutputStream().write(rest.charAt(sent++));
                reader.join(TRICKLE);
            }
            assertThat(sent).as("bytes sent before the server closed").isLessThan(rest.length());
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void readAll(Socket socket, ByteArrayOutputStream answer) {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException e) {
            // The server closed while there was more to read for it.
        }
    }

    @Test
    void foreignHostsAreRefused() throws IOException {
        assertThat(server.raw("GET /health HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 421");
        assertThat(server.raw("GET /health HTTP/1.1\r\nHost: allowed.example\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void nonsenseOnTheWireIsToldAsAProblem() throws IOException {
        assertThat(server.raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("jetty").doesNotContain("Exception");
        assertThat(server.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .doesNotContain("jetty");
    }

    @Test
    void anUnexpectedFailureShowsItsRequestIdAndNothingElse() {
        HttpResponse<String> response = server.send(server.admin("/fails").header("X-Request-Id", "abc-1"));
        assertProblem(response, 500, "abc-1");
        assertThat(response.body()).doesNotContain("secret detail").doesNotContain("Exception");
    }

    @Test
    void whatIsAwayForNowSaysWhenToRetry() {
        HttpResponse<String> response = server.get("/away");
        assertProblem(response, 503, "Neo4j is away");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void everyAnswerCarriesSecurityHeadersAndARequestId() {
        HttpResponse<String> response = server.send(server.bare("/health"));
        assertThat(response.headers().map().keySet()).contains("x-content-type-options", "content-security-policy", "x-frame-options",
                "x-request-id", "cache-control");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void requestsAreCountedByRouteNotByPath() {
        server.get("/nowhere/else");
        String metrics = server.get("/metrics").body();
        assertThat(metrics).contains("faultline_http_requests_seconds_count").contains("route=\"none\"").doesNotContain("/nowhere/else");
        assertThat(metrics).contains("jvm_memory_used_bytes");
    }

    @Test
    void aTakenPortIsOneSentence() {
        HttpServer.Address taken = new HttpServer.Address("127.0.0.1", server.port(), List.of(), Optional.empty());
        HttpLimits limits = new HttpLimits(16, 64, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
        HttpServer.Security security = new HttpServer.Security(RunningServer.TOKENS, Duration.ofHours(1), Clock.systemUTC());
        try (Meters meters = Meters.open()) {
            assertThatThrownBy(() -> HttpServer.start(taken, security, limits, List.of(), meters.registry()))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("port " + taken.port()).hasMessageContaining("taken");
        }
    }

    @Test
    void aRunningRequestComesToItsEndWhenTheServerStops() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        RunningServer stopping = RunningServer.of(Route.get("/slow", context -> {
            begun.countDown();
            Thread.sleep(500);
            context.result("done");
        }));
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> stopping.get("/slow"));
        begun.await();
        stopping.close();
        assertThat(answer.join().body()).isEqualTo("done");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String part) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(Problem.MEDIA_TYPE));
        JsonNode problem = Json.MAPPER.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).contains(part).doesNotContain("\n");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
