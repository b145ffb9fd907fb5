package dev.faultline.collectors.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells which process listens where, and which one is connected to which.
///
/// A connection belongs to the side that opened it: the one whose own port nobody listens on.
final class Connections {
    /// How many other hosts are told of one process.
    static final int ADDRESSES_PER_PROCESS_MAX = 100;

    private final List<Socket> sockets;
    private final Map<Long, List<HostProcess>> owners = new HashMap<>();
    private final Map<Socket.Ends, Socket> byEnds = new HashMap<>();
    private final Map<Integer, List<Socket>> listeners;
    private final Set<String> ownAddresses;

    Connections(List<Socket> sockets, Collection<HostProcess> processes, Collection<String> ownAddresses) {
        this.sockets = sockets;
        this.ownAddresses = Set.copyOf(ownAddresses);
        processes.forEach(process -> process.inodes()
                .forEach(inode -> owners.computeIfAbsent(inode, unknown -> new ArrayList<>()).add(process)));
        sockets.stream().filter(socket -> socket.state() == Socket.State.CONNECTED).forEach(socket -> byEnds.put(socket.ends(), socket));
        listeners = sockets.stream().filter(socket -> socket.state() == Socket.State.LISTENING)
                .collect(Collectors.groupingBy(Socket::localPort));
    }

    /// The listening sockets with the processes that have them open; more than one where a program forks.
    Map<Socket, List<HostProcess>> listening() {
        var listening = new HashMap<Socket, List<HostProcess>>();
        listeners.values().forEach(each -> each.forEach(socket -> listening.put(socket, owners(socket))));
        return listening;
    }

    /// The open connections that processes of this host opened.
    Set<Connection> opened() {
        var opened = new LinkedHashSet<Connection>();
        var addressCounts = new HashMap<String, Set<String>>();
        for (var socket : sockets) {
            if (socket.state() != Socket.State.CONNECTED || listeners.containsKey(socket.localPort())) {
                continue;
            }
            for (var from : owners(socket)) {
                if (isOwn(socket.remoteAddress())) {
                    peers(socket).stream().filter(to -> to.id() != from.id())
                            .forEach(to -> opened.add(new Connection.ToProcess(from.key(), to.key())));
                } else {
                    var addresses = addressCounts.computeIfAbsent(from.key(), unknown -> new HashSet<>());
                    if (addresses.size() < ADDRESSES_PER_PROCESS_MAX) {
                        addresses.add(socket.remoteAddress());
                        opened.add(new Connection.ToAddress(from.key(), socket.remoteAddress()));
                    }
                }
            }
        }
        return opened;
    }

    private List<HostProcess> peers(Socket socket) {
        var other = byEnds.get(socket.ends().fromOtherSide());
        var accepted = other == null ? List.<HostProcess>of() : owners(other);
        return accepted.isEmpty()
                ? listeners.getOrDefault(socket.remotePort(), List.of()).stream().flatMap(listener -> owners(listener).stream()).toList()
                : accepted;
    }

    private List<HostProcess> owners(Socket socket) {
        return owners.getOrDefault(socket.inode(), List.of());
    }

    private boolean isOwn(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || ownAddresses.contains(address);
    }
}
