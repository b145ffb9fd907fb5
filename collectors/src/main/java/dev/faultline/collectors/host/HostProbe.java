package dev.faultline.collectors.host;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import oshi.SystemInfo;
import oshi.hardware.NetworkIF;

/// Asks the operating system what the host is.
final class HostProbe {
    private HostProbe() {}

    static HostFacts facts(Path root) {
        var system = new SystemInfo();
        var processor = system.getHardware().getProcessor();
        var operatingSystem = system.getOperatingSystem();
        var version = operatingSystem.getVersionInfo();
        return new HostFacts(firstLine(root.resolve("etc/machine-id")), hostName(root, operatingSystem.getNetworkParams().getHostName()),
                operatingSystem.getFamily() + " " + version.getVersion(), firstLine(root.resolve("proc/sys/kernel/osrelease")),
                System.getProperty("os.arch", ""), processor.getProcessorIdentifier().getName(), processor.getLogicalProcessorCount(),
                system.getHardware().getMemory().getTotal(),
                system.getHardware().getNetworkIFs().stream().map(HostProbe::toInterface).toList());
    }

    /// What the host is told from others by, without asking for the rest.
    static String identity(Path root) {
        var machineId = firstLine(root.resolve("etc/machine-id"));
        return machineId.isEmpty() ? hostName(root, "unknown") : machineId;
    }

    private static String hostName(Path root, String fallback) {
        var name = firstLine(root.resolve("proc/sys/kernel/hostname"));
        return name.isEmpty() ? fallback : name;
    }

    private static HostFacts.Interface toInterface(NetworkIF found) {
        var addresses = new ArrayList<>(Arrays.asList(found.getIPv4addr()));
        Stream.of(found.getIPv6addr()).filter(address -> !address.startsWith("fe80")).forEach(addresses::add);
        return new HostFacts.Interface(found.getName(), found.getMacaddr(), found.getMTU(), isUp(found.queryNetworkInterface()), addresses);
    }

    private static boolean isUp(NetworkInterface found) {
        try {
            return found.isUp();
        } catch (SocketException unknown) {
            return false;
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).stream().findFirst().orElse("").strip();
        } catch (IOException absent) {
            return "";
        }
    }

    /// The addresses by which this host reaches itself.
    static List<String> ownAddresses(HostFacts facts) {
        return facts.interfaces().stream().flatMap(each -> each.addresses().stream()).toList();
    }
}
