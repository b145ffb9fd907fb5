package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

import dev.faultline.graph.GraphException;
import dev.faultline.graph.test.SmallDisk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One server lives through these tests in their order, and its directory through three lives, because a start takes longest.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedNeo4jIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path directory = Path.of("");

    private @Nullable EmbeddedNeo4j running;

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    private EmbeddedNeo4j neo4j() {
        return Objects.requireNonNull(running);
    }

    @Test
    @Order(1)
    void stopsTheServerThatAnEarlierFaultlineLeftBehind() {
        var orphan = ServerProcess.start(prepared(), freePort()).handle();

        running = EmbeddedNeo4j.start(small());

        assertThat(orphan.isAlive()).isFalse();
        assertThat(neo4j().processId()).isNotEqualTo(orphan.pid());
    }

    @Test
    @Order(2)
    void neverShowsThePassword() throws IOException {
        var arguments = ProcessHandle.of(neo4j().processId()).orElseThrow().info().arguments().orElseThrow();

        assertThat(String.join(" ", arguments)).doesNotContain(neo4j().endpoint().password());
        assertThat(neo4j().endpoint().toString()).doesNotContain(neo4j().endpoint().password());
        assertThat(Files.getPosixFilePermissions(directory.resolve("password"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Order(3)
    void refusesADirectoryThatAnotherFaultlineHolds() {
        assertThatThrownBy(() -> EmbeddedNeo4j.start(small())).isInstanceOf(GraphException.class)
                .hasMessageContaining("in use by another Faultline (process " + ProcessHandle.current().pid() + ")");
    }

    @Test
    @Order(4)
    void comesBackWithItsDataAfterBeingKilled() throws InterruptedException {
        try (var driver = Drivers.open(neo4j().endpoint())) {
            driver.executableQuery("CREATE (:Kept {by: 'kill'})").execute();
            var killed = neo4j().processId();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await(() -> neo4j().restarts() == 1 && answers(driver));

            assertThat(neo4j().processId()).isNotEqualTo(killed);
            assertThat(kept(driver)).isEqualTo(1);
            driver.executableQuery("CREATE (:Kept {by: 'stop'})").execute();
        }
    }

    @Test
    @Order(5)
    void stopsItsProcess() {
        var process = ProcessHandle.of(neo4j().processId()).orElseThrow();

        neo4j().close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @Order(6)
    void keepsDataAndPasswordOverAStopAndStopsTheServerWhenItsFaultlineIsKilled() throws IOException, InterruptedException {
        var faultline = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-D" + EmbeddedNeo4jSettings.LIB_PROPERTY + "="
                        + System.getProperty(EmbeddedNeo4jSettings.LIB_PROPERTY),
                Holder.class.getName(), directory.toString()).redirectErrorStream(true).start();
        long server;
        try (var output = faultline.inputReader()) {
            var said = output.lines().filter(line -> line.startsWith(Holder.SIGN)).findFirst().orElseThrow();
            server = Holder.processId(said);
            var first = neo4j().endpoint();
            try (var driver = Drivers.open(new Neo4jEndpoint(Holder.uri(said), first.user(), first.password()))) {
                assertThat(kept(driver)).isEqualTo(2);
            }
            assertThat(ProcessHandle.of(server)).hasValueSatisfying(handle -> assertThat(handle.isAlive()).isTrue());
            faultline.destroyForcibly();
        }

        await(() -> ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void saysThatItsPortIsTaken(@TempDir Path other) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();

            assertThatThrownBy(() -> EmbeddedNeo4j.start(small(other).withPort(port))).isInstanceOf(GraphException.class)
                    .hasMessageContaining("port " + port + " for Neo4j on 127.0.0.1 is taken");
        }
    }

    @Test
    void saysThatItsDiskHasNoRoom(@TempDir Path other) {
        try (var disk = SmallDisk.mount(other, 10)) {
            assertThatThrownBy(() -> EmbeddedNeo4j.start(small(disk.directory()))).isInstanceOf(GraphException.class)
                    .hasMessageContaining("MB left, Neo4j needs at least " + DiskRoom.MEGABYTES_MIN + " MB");
        }
    }

    /// A program that holds a server until it is killed.
    static final class Holder {
        static final String SIGN = "server process ";

        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            var neo4j = EmbeddedNeo4j.start(small(Path.of(arguments[0])));
            System.out.println(SIGN + neo4j.processId() + " " + neo4j.endpoint().uri());
            Thread.sleep(Duration.ofHours(1));
        }

        static long processId(String line) {
            return Long.parseLong(line.substring(SIGN.length()).split(" ", -1)[0]);
        }

        static URI uri(String line) {
            return URI.create(line.substring(SIGN.length()).split(" ", -1)[1]);
        }
    }

    private EmbeddedNeo4jSettings prepared() {
        ServerPassword.in(directory, new Random(1));
        return small();
    }

    private EmbeddedNeo4jSettings small() {
        return small(directory);
    }

    private static EmbeddedNeo4jSettings small(Path in) {
        return EmbeddedNeo4jSettings.in(in).withMemory(256, 32);
    }

    private static int kept(Driver driver) {
        return driver.executableQuery("MATCH (n:Kept) RETURN n.by").execute().records().size();
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
