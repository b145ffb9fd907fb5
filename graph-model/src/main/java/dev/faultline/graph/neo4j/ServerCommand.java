package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Configuration file and command line of our own Neo4j process.
///
/// The process is started through a shell that first leaves a watcher behind: when the pipe from Faultline closes, because
/// Faultline stopped or was killed, the watcher stops the server. The server ignores interrupts of the terminal, so that
/// Faultline can finish its work before it stops the server.
final class ServerCommand {
    /// How large a transaction log grows before the next one begins; each is laid out in full when it begins.
    static final int TRANSACTION_LOG_MEGABYTES = 32;

    /// Which part of the heap one transaction may take, so that none can take it all.
    private static final int TRANSACTION_HEAP_PART = 4;

    private static final String MAIN_CLASS = "org.neo4j.server.Neo4jCommunity";

    private static final String LAUNCH = """
            trap '' INT HUP
            limit=$1
            shift
            exec 3<&0
            (
                cat <&3 >/dev/null
                kill -TERM $$ 2>/dev/null || exit 0
                while [ "$limit" -gt 0 ]; do
                    sleep 1
                    kill -0 $$ 2>/dev/null || exit 0
                    limit=$((limit - 1))
                done
                kill -KILL $$
            ) &
            exec "$@" 3<&- </dev/null
            """;

    private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisableExplicitGC",
            "-Dlog4j2.disable.jmx=true", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");

    private ServerCommand() {}

    static List<String> of(EmbeddedNeo4jSettings settings) {
        var directory = settings.directory();
        var command = new ArrayList<String>(List.of("sh", "-c", LAUNCH, "faultline-neo4j"));
        command.add(Long.toString(settings.stopLimit().toSeconds()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + settings.heapMegabytes() + "m");
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-cp", settings.lib() + "/*", MAIN_CLASS, "--home-dir=" + directory,
                "--config-dir=" + directory.resolve("conf")));
        return command;
    }

    /// Writes the configuration: Bolt on loopback and nothing else, and nothing sent home.
    static void writeConfiguration(EmbeddedNeo4jSettings settings, int port) throws IOException {
        var text = """
                server.bolt.enabled=true
                server.bolt.listen_address=127.0.0.1:%d
                server.bolt.advertised_address=127.0.0.1:%d
                server.http.enabled=false
                server.https.enabled=false
                server.memory.pagecache.size=%dm
                server.directories.data=%s
                server.directories.logs=%s
                dbms.usage_report.enabled=false
                client.allow_telemetry=false
                db.memory.transaction.max=%dm
                db.tx_log.rotation.retention_policy=1 files
                db.tx_log.rotation.size=%dm
                db.logs.query.enabled=OFF
                """.formatted(port, port, settings.pageCacheMegabytes(), settings.directory().resolve("data"),
                settings.directory().resolve("logs"), settings.heapMegabytes() / TRANSACTION_HEAP_PART, TRANSACTION_LOG_MEGABYTES);
        Files.writeString(Files.createDirectories(settings.directory().resolve("conf")).resolve("neo4j.conf"), text, UTF_8);
    }
}
