package dev.faultline.collectors.host;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SocketTableTest {
    private static final String HEADER = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    @Test
    void readsListeningAndConnectedSockets() {
        var sockets = SocketTable.parse(Stream.of(HEADER,
                "   0: 00000000:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1588 1 0000 100 0 0 10 0",
                "   1: 0100007F:AD68 0200A8C0:0050 01 00000000:00000000 03:0000145A 00000000     0        0 77 3 0000"));

        assertThat(sockets).containsExactly(new Socket("any", 2024, "any", 0, Socket.State.LISTENING, 1588),
                new Socket("127.0.0.1", 44392, "192.168.0.2", 80, Socket.State.CONNECTED, 77));
    }

    @Test
    void anIpv4AddressWithinIpv6IsTheIpv4Address() {
        var sockets = SocketTable.parse(Stream.of(HEADER,
                "   0: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:C350 01 0:0 0:0 0 0 0 9 1 0"));

        assertThat(sockets).containsExactly(new Socket("127.0.0.1", 8080, "127.0.0.1", 50000, Socket.State.CONNECTED, 9));
    }

    @Test
    void linesThatCannotBeReadAreLeftOut() {
        assertThat(SocketTable.parse(Stream.of(HEADER, "", "   0: nonsense", "   0: 00:1 00:2 0A 0 0 0 0 0 x 1"))).isEmpty();
    }
}
