package dev.faultline.api.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Faultline as its users run it: the program of the distribution, with a Neo4j of its own.
final class FaultlineProcess implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("faultline.root", ".."), "api/target/faultline/bin/faultline");
    private static final Pattern LISTENS = Pattern.compile("Faultline listens on (http://\\S+);.*");
    private static final Map<String, String> SETTINGS = Map.of("HTTP_PORT", "0", "NEO4J_HEAP_MEGABYTES", "1024",
            "NEO4J_PAGE_CACHE_MEGABYTES", "64", "HOST_INTERVAL", "24h", "TRACES_WAIT", "1s", "TRACES_SEGMENT", "500ms", "LOG_LEVEL",
            "warn");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final long STOP_SECONDS_MAX = 60;

    private final Process process;
    private final Path data;
    private final String address;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();

    private FaultlineProcess(Process process, Path data, String address) throws IOException {
        this.process = process;
        this.data = data;
        this.address = address;
        this.token = Files.readString(Tokens.adminFile(data)).strip();
    }

    /// Starts it and returns when it listens; what it says on standard error goes to the log file.
    static FaultlineProcess start(Path data, Path log) {
        ProcessBuilder builder = new ProcessBuilder(List.of(PROGRAM.toString(), "serve"))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        SETTINGS.forEach((key, value) -> builder.environment().put("FAULTLINE_" + key, value));
        builder.environment().put("FAULTLINE_DATA_DIRECTORY", data.toString());
        builder.environment().put("FAULTLINE_JAVA_OPTIONS", "-Xmx512m");
        try {
            Process process = builder.start();
            BufferedReader output = process.inputReader(UTF_8);
            String line = output.readLine();
            Matcher listens = LISTENS.matcher(String.valueOf(line));
            assertThat(listens.matches()).as("'%s', and in its log: %s", line, Files.readString(log)).isTrue();
            return new FaultlineProcess(process, data, listens.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Process id of its Neo4j.
    long neo4jProcessId() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("neo4j/process")).split(" ", 2)[0]);
    }

    /// Sends a body and returns the answer.
    ///
    /// @throws IOException where none came
    HttpResponse<String> post(String path, String mediaType, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token).header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The only number that a query gives.
    double number(String cypher, Map<String, Object> parameters) {
        try {
            HttpResponse<String> answer = post("/api/v1/cypher", "application/json",
                    Json.bytes(Map.of("query", cypher, "parameters", parameters)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode rows = Json.MAPPER.readTree(answer.body()).get("rows");
            return rows.get(0).get(0).asDouble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Kills it as `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
