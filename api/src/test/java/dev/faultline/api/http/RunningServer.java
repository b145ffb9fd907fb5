package dev.faultline.api.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.faultline.api.health.HealthRoutes;
import dev.faultline.api.health.Meters;
import dev.faultline.api.health.ReadyCheck;
import dev.faultline.api.settings.PublicUrl;

/// A server on a free port of loopback for a test, with short limits, and a client that talks to it.
public final class RunningServer implements AutoCloseable {
    public static final Tokens TOKENS = new Tokens("admin-secret", "ingest-secret", "metrics-secret");
    /// A server that cannot work for a reason.
    private static final List<ReadyCheck> CHECKS = List.of(new ReadyCheck("neo4j", () -> Optional.of("secret.host is away")));
    private static final HttpLimits LIMITS = new HttpLimits(16, 64, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final Meters meters = Meters.open();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    private RunningServer(RouteGroup group) {
        List<RouteGroup> groups = new ArrayList<>(List.of(new HealthRoutes(CHECKS, meters.registry()), group));
        server = HttpServer.start(new HttpServer.Address("127.0.0.1", 0, List.of("allowed.example"),
                Optional.of(PublicUrl.parse("https://faultline.example"))),
                new HttpServer.Security(TOKENS, Duration.ofHours(1), Clock.systemUTC()), LIMITS, groups, meters.registry());
    }

    /// A server that answers the routes besides its own.
    public static RunningServer of(Route... routes) {
        return new RunningServer(() -> List.of(routes));
    }

    /// A server that answers the routes of a group.
    public static RunningServer of(RouteGroup group) {
        return new RunningServer(group);
    }

    public int port() {
        return server.port();
    }

    /// A request without a token.
    public HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).timeout(Duration.ofSeconds(30));
    }

    /// A request with the admin token.
    public HttpRequest.Builder admin(String path) {
        return bare(path).header("Authorization", "Bearer " + TOKENS.admin());
    }

    public HttpResponse<String> get(String path) {
        return send(admin(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(admin(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the server did not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Sends bytes as they are and returns all that comes back until the server closes.
    public String raw(String text) throws IOException {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        meters.close();
    }
}
