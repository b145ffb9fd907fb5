package dev.faultline.api.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.Faultline;
import dev.faultline.api.settings.Settings;
import dev.faultline.graph.neo4j.Neo4jEndpoint;

/// A whole Faultline on a free port and on a Neo4j that runs already, and a client that talks to it.
public final class RunningFaultline implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Faultline faultline;

    private RunningFaultline(Faultline faultline) {
        this.faultline = faultline;
    }

    /// Starts one with its data in a directory.
    public static RunningFaultline start(Neo4jEndpoint graph, Path data) {
        return start(graph, data, Map.of());
    }

    /// Starts one with more settings than it needs.
    public static RunningFaultline start(Neo4jEndpoint graph, Path data, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("data.directory", data.toString(), "http.port", "0", "neo4j.uri",
                graph.uri().toString(), "neo4j.user", graph.user(), "neo4j.password", graph.password()));
        settings.putAll(more);
        return new RunningFaultline(Faultline.start(Settings.of(settings), Clock.systemUTC()));
    }

    public Faultline faultline() {
        return faultline;
    }

    /// Sends a request.
    ///
    /// @param token null to send none
    /// @param body null to send none
    public HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String mediaType,
            @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + faultline.port() + path)).timeout(ANSWER_MAX)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
        faultline.close();
    }
}
