package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

import dev.faultline.graph.GraphException;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedNeo4jIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    @Test
    void comesBackWithItsDataAfterBeingKilled() throws InterruptedException {
        try (var neo4j = EmbeddedNeo4j.start(small()); var driver = Drivers.open(neo4j.endpoint())) {
            driver.executableQuery("CREATE (:Kept {by: 'kill'})").execute();
            var killed = neo4j.processId();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await(() -> neo4j.restarts() == 1 && answers(driver));

            assertThat(neo4j.processId()).isNotEqualTo(killed);
            assertThat(driver.executableQuery("MATCH (n:Kept) RETURN n.by").execute().records()).hasSize(1);
        }
    }

    @Test
    void keepsDataAndPasswordOverAStopAndStopsItsProcess() throws IOException {
        var first = EmbeddedNeo4j.start(small());
        var process = ProcessHandle.of(first.processId()).orElseThrow();
        try (first; var driver = Drivers.open(first.endpoint())) {
            driver.executableQuery("CREATE (:Kept {by: 'stop'})").execute();
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(Files.getPosixFilePermissions(directory.resolve("password"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        try (var second = EmbeddedNeo4j.start(small()); var driver = Drivers.open(second.endpoint())) {
            assertThat(second.endpoint().password()).isEqualTo(first.endpoint().password());
            assertThat(driver.executableQuery("MATCH (n:Kept) RETURN n.by").execute().records()).hasSize(1);
        }
    }

    @Test
    void neverShowsThePasswordOnACommandLine() {
        try (var neo4j = EmbeddedNeo4j.start(small())) {
            var arguments = ProcessHandle.of(neo4j.processId()).orElseThrow().info().arguments().orElseThrow();

            assertThat(String.join(" ", arguments)).doesNotContain(neo4j.endpoint().password());
            assertThat(neo4j.endpoint().toString()).doesNotContain(neo4j.endpoint().password());
        }
    }

    @Test
    void refusesADirectoryThatAnotherFaultlineHolds() {
        try (var lock = DirectoryLock.take(directory)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> EmbeddedNeo4j.start(small())).isInstanceOf(GraphException.class)
                    .hasMessageContaining("in use by another Faultline (process " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();

            assertThatThrownBy(() -> EmbeddedNeo4j.start(small().withPort(port))).isInstanceOf(GraphException.class)
                    .hasMessageContaining("port " + port + " for Neo4j on 127.0.0.1 is taken");
        }
    }

    @Test
    void stopsTheServerThatAnEarlierFaultlineLeftBehind() throws InterruptedException {
        var orphan = ServerProcess.start(prepared(), freePort()).handle();

        try (var neo4j = EmbeddedNeo4j.start(small())) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(neo4j.processId()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void stopsTheServerWhenItsFaultlineIsKilled() throws IOException, InterruptedException {
        var faultline = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-D" + EmbeddedNeo4jSettings.LIB_PROPERTY + "="
                        + System.getProperty(EmbeddedNeo4jSettings.LIB_PROPERTY),
                Holder.class.getName(), directory.toString()).redirectErrorStream(true).start();
        long server;
        try (var output = faultline.inputReader()) {
            server = output.lines().filter(line -> line.startsWith(Holder.SIGN)).findFirst().map(Holder::processId).orElseThrow();
            assertThat(ProcessHandle.of(server)).hasValueSatisfying(handle -> assertThat(handle.isAlive()).isTrue());
            faultline.destroyForcibly();
        }

        await(() -> ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
    }

    /// A program that holds a server until it is killed.
    static final class Holder {
        static final String SIGN = "server process ";

        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            var neo4j = EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(Path.of(arguments[0])).withMemory(256, 32));
            System.out.println(SIGN + neo4j.processId());
            Thread.sleep(Duration.ofHours(1));
        }

        static long processId(String line) {
            return Long.parseLong(line.substring(SIGN.length()));
        }
    }

    private EmbeddedNeo4jSettings prepared() {
        ServerPassword.in(directory, new Random(1));
        return small();
    }

    private EmbeddedNeo4jSettings small() {
        return EmbeddedNeo4jSettings.in(directory).withMemory(256, 32);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(Driver driver) {
        try {
            driver.verifyConnectivity();
            return true;
        } catch (Neo4jException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited " + PATIENCE).isBefore(deadline);
            Thread.sleep(SECONDS.toMillis(1) / 5);
        }
    }
}
