package dev.faultline.collectors.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.Claim.ClaimedRelation;

/// States what was found on the host as claims.
final class HostClaims {
    private static final String HOST = HostCollector.HOST_KEY;
    private static final ClaimedRelation PART_OF_HOST = new ClaimedRelation("PART_OF", HOST);

    private final HostFacts facts;
    private final String networkScope;
    private final Map<String, Claim> claims = new LinkedHashMap<>();

    HostClaims(HostFacts facts, String networkScope) {
        this.facts = facts;
        this.networkScope = networkScope;
    }

    List<Claim> claims(Map<Socket, List<HostProcess>> listening, Collection<HostProcess> processes, Set<Connection> connections) {
        addHost();
        facts.interfaces().forEach(this::addInterface);
        listening.keySet().forEach(this::addSocket);
        var relations = new HashMap<String, List<ClaimedRelation>>();
        listening.forEach((socket, owners) -> owners.forEach(owner -> relations.computeIfAbsent(owner.key(), key -> new ArrayList<>())
                .add(new ClaimedRelation("LISTENS_ON", key(socket)))));
        for (var connection : connections) {
            var toKey = switch (connection) {
                case Connection.ToProcess(_, var key) -> key;
                case Connection.ToAddress(_, var address) -> addAddress(address);
            };
            relations.computeIfAbsent(connection.fromKey(), key -> new ArrayList<>()).add(new ClaimedRelation("CONNECTED_TO", toKey));
        }
        processes.forEach(process -> addProcess(process, relations.getOrDefault(process.key(), List.of())));
        return List.copyOf(claims.values());
    }

    private void addHost() {
        var attributes = new HashMap<String, Object>(Map.of("hostName", facts.hostName(), "operatingSystem", facts.operatingSystem(),
                "kernelVersion", facts.kernelVersion(), "architecture", facts.architecture(), "cpuModel", facts.cpuModel(), "cpuCount",
                facts.cpuCount(), "memoryBytes", facts.memoryBytes()));
        if (!facts.machineId().isEmpty()) {
            attributes.put("machineId", facts.machineId());
        }
        claims.put(HOST, new Claim(HOST, "Host", facts.hostName(), attributes, List.of()));
    }

    private void addInterface(HostFacts.Interface found) {
        var relations = new ArrayList<ClaimedRelation>(List.of(PART_OF_HOST));
        found.addresses().forEach(address -> relations.add(new ClaimedRelation("HAS_ADDRESS", addAddress(address))));
        var attributes = new HashMap<String, Object>(Map.of("ownerId", facts.id(), "interfaceName", found.name(), "maximumPacketBytes",
                found.maximumPacketBytes(), "operationalState", found.isUp() ? "up" : "down"));
        if (!found.mac().isEmpty()) {
            attributes.put("macAddress", found.mac());
        }
        var key = "interface:" + found.name();
        claims.put(key, new Claim(key, "NetworkInterface", found.name(), attributes, relations));
    }

    private String addAddress(String address) {
        var key = "address:" + address;
        claims.putIfAbsent(key,
                new Claim(key, "IpAddress", address, Map.of("networkScope", networkScope, "address", address), List.of()));
        return key;
    }

    private void addSocket(Socket socket) {
        var key = key(socket);
        claims.put(key, new Claim(key, "ListeningSocket", socket.localAddress() + ":" + socket.localPort(), Map.of("hostId", facts.id(),
                "protocol", "tcp", "bindAddress", socket.localAddress(), "port", socket.localPort()), List.of(PART_OF_HOST)));
    }

    private void addProcess(HostProcess process, List<ClaimedRelation> found) {
        var relations = new ArrayList<>(found);
        relations.add(new ClaimedRelation("RUNS_ON", HOST));
        claims.put(process.key(), new Claim(process.key(), "Process", process.name(),
                Map.of("hostId", facts.id(), "hostName", facts.hostName(), "processId", process.id(), "startKey", process.startKey(),
                        "startedAt", process.startedAt().toEpochMilli(), "executable", process.executable(), "words", process.words(),
                        "userName", process.userName()),
                relations));
    }

    private static String key(Socket socket) {
        return "socket:tcp:" + socket.localAddress() + ":" + socket.localPort();
    }
}
