package dev.faultline.api.metric;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.faultline.api.http.Json;

/// Node exporter, Alertmanager and Prometheus of Debian's packages, as processes on free ports of loopback.
final class MonitoringPrograms implements AutoCloseable {
    private static final Path NODE_EXPORTER = Path.of("/usr/bin/prometheus-node-exporter");
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");
    private static final int HTTP_OK = 200;
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int nodeExporterPort = freePort();
    private final int prometheusPort = freePort();
    private final int alertmanagerPort = freePort();

    MonitoringPrograms(Path folder) {
        this.folder = folder;
    }

    /// Which packages have to be installed first; none where all is there.
    static List<String> missing() {
        return Stream.of(NODE_EXPORTER, PROMETHEUS, ALERTMANAGER).filter(program -> !Files.isExecutable(program))
                .map(program -> String.valueOf(program.getFileName())).toList();
    }

    URI prometheus() {
        return URI.create("http://127.0.0.1:" + prometheusPort);
    }

    /// Starts all three.
    ///
    /// @param scraped `host:port` of what is scraped besides the node exporter
    /// @param rules alerting rules in YAML
    /// @param webhook where Alertmanager sends alerts
    void start(List<String> scraped, String rules, URI webhook, String token) throws IOException {
        write("rules.yml", rules);
        Path alertmanager = write("alertmanager.yml", """
                route: {receiver: faultline, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - name: faultline
                    webhook_configs: [{url: '%s', http_config: {authorization: {type: Bearer, credentials: '%s'}}}]
                """.formatted(webhook, token));
        Path prometheus = write("prometheus.yml", """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]}
                scrape_configs:
                  - {job_name: node, static_configs: [{targets: ['127.0.0.1:%d']}]}
                  - {job_name: broker, static_configs: [{targets: [%s]}]}
                """.formatted(alertmanagerPort, nodeExporterPort,
                String.join(", ", scraped.stream().map(target -> "'" + target + "'").toList())));
        run("node-exporter", NODE_EXPORTER.toString(), "--web.listen-address=127.0.0.1:" + nodeExporterPort);
        run("alertmanager", ALERTMANAGER.toString(), "--config.file=" + alertmanager, "--storage.path=" + folder.resolve("alerts"),
                "--web.listen-address=127.0.0.1:" + alertmanagerPort, "--cluster.listen-address=");
        run("prometheus", PROMETHEUS.toString(), "--config.file=" + prometheus, "--storage.tsdb.path=" + folder.resolve("series"),
                "--web.listen-address=127.0.0.1:" + prometheusPort);
    }

    /// Whether a query has any series now; none while Prometheus starts, when it answers 503 and says so in plain text.
    boolean holds(String query) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(prometheus().resolve("/api/v1/query?query="
                    + URLEncoder.encode(query, StandardCharsets.UTF_8))).build(), BodyHandlers.ofString());
            return answer.statusCode() == HTTP_OK && Json.MAPPER.readTree(answer.body()).path("data").path("result").size() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void run(String name, String... command) throws IOException {
        processes.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile()).start());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("there is no free port", e);
        }
    }

    @Override
    public void close() {
        client.close();
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            try {
                process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
