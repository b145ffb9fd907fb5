package dev.faultline.collectors.host;

import java.util.List;

/// What a host is, apart from what runs on it.
///
/// @param machineId unique id of the installation; empty where the host has none
record HostFacts(String machineId, String hostName, String operatingSystem, String kernelVersion, String architecture, String cpuModel,
        int cpuCount, long memoryBytes, List<Interface> interfaces) {
    HostFacts {
        interfaces = List.copyOf(interfaces);
    }

    /// What processes, sockets and interfaces name the host by.
    String id() {
        return machineId.isEmpty() ? hostName : machineId;
    }

    /// A network interface that leads to other hosts.
    ///
    /// @param addresses those that other hosts can reach
    record Interface(String name, String mac, long maximumPacketBytes, boolean isUp, List<String> addresses) {
        Interface {
            addresses = List.copyOf(addresses);
        }
    }
}
