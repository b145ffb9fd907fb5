package dev.faultline.api.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.http.RunningServer;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Takes alerts from a real Nagios by the notification command that its mapping documents; skipped, with a word on it, without one.
@Neo4jTest
class NagiosIT {
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/nagios4"), Path.of("/usr/bin/jq"), Path.of("/usr/bin/curl"));
    private static final Duration ARRIVAL_MAX = Duration.ofSeconds(60);

    private final AlertQueries queries;
    private final GraphConnection graph;
    private @Nullable Process nagios;

    NagiosIT(GraphConnection graph) {
        this.graph = graph;
        queries = new AlertQueries(graph);
    }

    @BeforeEach
    void installed() {
        PROGRAMS.forEach(program -> assumeTrue(Files.isExecutable(program),
                program + " is missing: .ci/run installs it from Debian's packages nagios4-core, jq and curl"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nagios != null) {
            nagios.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aProblemAndItsRecoveryArriveThroughTheDocumentedCommand(@TempDir Path directory) throws Exception {
        AlertMappings mappings = AlertMappings.defaults();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (var store = AlertStore.open(graph, AlertRules.defaults());
                var server = RunningServer.of(new WebhookRoutes(mappings,
                        Senders.of(mappings, RunningServer.TOKENS, Map.of(), Clock.systemUTC(), meters),
                        new AlertIntake(store, Clock.systemUTC(), meters)))) {
            report(directory, 2, "DISK CRITICAL - \"/\" has 1% left");
            start(directory, command(mappings, directory, server.port()));
            Alert firing = await(alert -> alert.state() == AlertState.FIRING);
            report(directory, 0, "DISK OK");
            Alert resolved = await(alert -> alert.state() == AlertState.RESOLVED);

            assertThat(firing.labels()).containsEntry("host", "db-1").containsEntry("alertname", "Disk /").containsEntry("severity",
                    "critical");
            assertThat(firing.annotations().get("summary")).startsWith("DISK CRITICAL");
            assertThat(resolved.key()).isEqualTo(firing.key());
            assertThat(resolved.startsAt()).isEqualTo(firing.startsAt());
        }
    }

    /// The command of the mapping's own text, for this server.
    private static String command(AlertMappings mappings, Path directory, int port) throws IOException {
        Path header = Files.writeString(directory.resolve("header"), "Authorization: Bearer " + RunningServer.TOKENS.ingest() + "\n");
        String command = mappings.ofHttp("nagios").orElseThrow().text().lines().filter(line -> line.contains("command_line ")).findFirst()
                .orElseThrow();
        return command.substring(command.indexOf("command_line ") + "command_line ".length()).replace("127.0.0.1:8620", "127.0.0.1:" + port)
                .replace("/etc/nagios4/faultline.header", header.toString());
    }

    /// Has the check of the service report something from now on.
    private static void report(Path directory, int status, String output) throws IOException {
        Path next = Files.writeString(directory.resolve("check.new"), "cat <<'END'\n" + output + "\nEND\nexit " + status + "\n");
        Files.move(next, directory.resolve("check.sh"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void start(Path directory, String command) throws IOException {
        Files.createDirectories(directory.resolve("results"));
        Files.writeString(directory.resolve("objects.cfg"), """
                define command {
                  command_name check
                  command_line /bin/sh %1$s/check.sh
                }
                define command {
                  command_name notify
                  command_line %2$s
                }
                define timeperiod {
                  timeperiod_name always
                  alias always
                  %3$s
                }
                define contact {
                  contact_name faultline
                  host_notifications_enabled 0
                  host_notification_period always
                  host_notification_commands notify
                  service_notification_period always
                  service_notification_commands notify
                  service_notification_options w,u,c,r
                }
                define host {
                  host_name db-1
                  address 10.0.0.17
                  max_check_attempts 1
                  contacts faultline
                }
                define service {
                  host_name db-1
                  service_description Disk /
                  check_command check
                  check_interval 1
                  retry_interval 1
                  max_check_attempts 1
                  check_period always
                  notification_period always
                  notification_options w,u,c,r
                  flap_detection_enabled 0
                  contacts faultline
                }
                """.formatted(directory, command, String.join("\n  ",
                Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").map(day -> day + " 00:00-24:00")
                        .toList())));
        Path configuration = Files.writeString(directory.resolve("nagios.cfg"), """
                cfg_file=%1$s/objects.cfg
                log_file=%1$s/nagios.log
                object_cache_file=%1$s/objects.cache
                precached_object_file=%1$s/objects.precache
                status_file=%1$s/status.dat
                temp_file=%1$s/nagios.tmp
                temp_path=%1$s
                check_result_path=%1$s/results
                lock_file=%1$s/nagios.pid
                command_file=%1$s/nagios.cmd
                query_socket=%1$s/nagios.qh
                state_retention_file=%1$s/retention.dat
                nagios_user=%2$s
                nagios_group=%2$s
                interval_length=1
                illegal_macro_output_chars=`~$&|'"<>
                enable_notifications=1
                execute_service_checks=1
                use_syslog=0
                check_for_updates=0
                """.formatted(directory, System.getProperty("user.name")));
        nagios = new ProcessBuilder(PROGRAMS.getFirst().toString(), configuration.toString()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile()).start();
    }

    private Alert await(Predicate<Alert> wanted) throws InterruptedException {
        Instant end = Instant.now().plus(ARRIVAL_MAX);
        while (true) {
            var alerts = queries.page(AlertFilter.ALL, null, 10).alerts();
            if (alerts.size() == 1 && wanted.test(alerts.getFirst())) {
                return alerts.getFirst();
            }
            assertThat(Instant.now()).as("alerts so far: %s", alerts).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
