package dev.faultline.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Json;
import dev.faultline.api.openapi.RunningFaultline;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// What the README tells readers to send is answered.
@Neo4jTest
class ReadmeIT {
    private static final Path README = Path.of(System.getProperty("faultline.root", ".."), "README.md");
    private static final Pattern CURL = Pattern.compile("(?m)^ +(curl (?:.*\\\\\\n)*.*)$");
    private static final String ADDRESS = "http://127.0.0.1:8620";
    private static final String DATA = "~/.faultline";

    @Test
    void everyCurlLineIsAnswered(Neo4jEndpoint graph, @TempDir Path data) throws IOException, InterruptedException {
        String readme = Files.readString(README);
        List<String> commands = CURL.matcher(readme).results().map((MatchResult match) -> match.group(1)).toList();
        assertThat(commands).isNotEmpty();
        try (RunningFaultline running = RunningFaultline.start(graph, data)) {
            for (String command : commands) {
                assertThat(command).contains(ADDRESS, DATA);
                String said = run(
                        command.replace(ADDRESS, "http://127.0.0.1:" + running.faultline().port()).replace(DATA, data.toString()));

                JsonNode answer = Json.MAPPER.readTree(said);
                assertThat(answer.isObject() && !answer.has("detail")).as("%s%nsaid%n%s", command, said).isTrue();
            }
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(command).isZero();
        return said;
    }
}
