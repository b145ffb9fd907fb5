package dev.faultline.collectors.host;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsTest {
    private static final Socket LISTENING = new Socket(Socket.ANY, 80, Socket.ANY, 0, Socket.State.LISTENING, 1);
    private static final Socket ACCEPTED = new Socket("127.0.0.1", 80, "127.0.0.1", 5000, Socket.State.CONNECTED, 2);
    private static final Socket OPENED = new Socket("127.0.0.1", 5000, "127.0.0.1", 80, Socket.State.CONNECTED, 3);

    private static HostProcess process(long id, Long... inodes) {
        return new HostProcess(id, "boot:1", Instant.EPOCH, "p" + id, List.of(), "root", Set.of(inodes));
    }

    @Test
    void aConnectionLeadsFromTheSideThatOpenedIt() {
        var server = process(10, 1L, 2L);
        var client = process(20, 3L);

        var connections = new Connections(List.of(LISTENING, ACCEPTED, OPENED), List.of(server, client), List.of());

        assertThat(connections.opened()).containsExactly(new Connection.ToProcess(client.key(), server.key()));
        assertThat(connections.listening()).containsEntry(LISTENING, List.of(server));
    }

    @Test
    void aConnectionThatIsNotAcceptedYetLeadsToWhoListens() {
        var server = process(10, 1L);
        var client = process(20, 3L);

        assertThat(new Connections(List.of(LISTENING, OPENED), List.of(server, client), List.of()).opened())
                .containsExactly(new Connection.ToProcess(client.key(), server.key()));
    }

    @Test
    void whatOthersOpenToThisHostIsNotItsConnection() {
        var inbound = new Socket("10.0.0.1", 80, "10.0.0.9", 6000, Socket.State.CONNECTED, 4);
        var outbound = new Socket("10.0.0.1", 7000, "10.0.0.9", 3306, Socket.State.CONNECTED, 5);
        var server = process(10, 1L, 4L, 5L);

        assertThat(new Connections(List.of(LISTENING, inbound, outbound), List.of(server), List.of("10.0.0.1")).opened())
                .containsExactly(new Connection.ToAddress(server.key(), "10.0.0.9"));
    }

    @Test
    void aConnectionIsRememberedWhileBothEndsAreThere() {
        var memory = new ConnectionMemory(Duration.ofMinutes(5));
        var connection = new Connection.ToProcess("a", "b");
        memory.remember(Set.of(connection), key -> true, Instant.EPOCH);

        assertThat(memory.remember(Set.of(), key -> true, Instant.EPOCH.plusSeconds(60))).containsExactly(connection);
        assertThat(memory.remember(Set.of(), key -> true, Instant.EPOCH.plusSeconds(301))).isEmpty();
        memory.remember(Set.of(connection), key -> true, Instant.EPOCH.plusSeconds(302));
        assertThat(memory.remember(Set.of(), key -> !key.equals("b"), Instant.EPOCH.plusSeconds(303))).isEmpty();
    }
}
