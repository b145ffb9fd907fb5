package dev.faultline.collectors.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the kernel's tables of TCP sockets, `/proc/net/tcp` and `/proc/net/tcp6` (see proc(5)).
///
/// Addresses are in the machine's byte order, four bytes at a time: little-endian on the machines that Linux servers are.
final class SocketTable {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int CONNECTED = 1;
    private static final int LISTENING = 10;

    private SocketTable() {}

    /// The sockets of a table's lines; lines that cannot be read are left out.
    static List<Socket> parse(Stream<String> lines) {
        return lines.skip(1).map(SocketTable::row).flatMap(Optional::stream).toList();
    }

    private static Optional<Socket> row(String line) {
        var fields = BLANKS.split(line.strip(), -1);
        if (fields.length < 10) {
            return Optional.empty();
        }
        try {
            var state = switch (Integer.parseInt(fields[3], 16)) {
                case CONNECTED -> Socket.State.CONNECTED;
                case LISTENING -> Socket.State.LISTENING;
                default -> Socket.State.OTHER;
            };
            return Optional.of(
                    new Socket(address(fields[1]), port(fields[1]), address(fields[2]), port(fields[2]), state, Long.parseLong(fields[9])));
        } catch (NumberFormatException | UnknownHostException | StringIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static int port(String end) {
        return Integer.parseInt(end.substring(end.indexOf(':') + 1), 16);
    }

    private static String address(String end) throws UnknownHostException {
        var hex = end.substring(0, end.indexOf(':'));
        var bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int fromRight = (i / 4) * 4 + 3 - i % 4;
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * fromRight, 2 * fromRight + 2), 16);
        }
        var address = InetAddress.getByAddress(bytes);
        return address.isAnyLocalAddress() ? Socket.ANY : address.getHostAddress();
    }
}
