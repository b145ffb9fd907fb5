package dev.faultline.collectors.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What the kernel has counted of a host's processors, memory and disks at one moment.
///
/// @param busyTicks processor time in use since the boot, of all processors
/// @param allTicks processor time since the boot
/// @param processorWaitMicros time in which some task waited for a processor (pressure stall information); NaN where the kernel does not tell
/// @param diskWaitMicros the same for disks
/// @param memoryPercent memory that is in use and cannot be freed
record HostCounters(long atMillis, double busyTicks, double allTicks, double processorWaitMicros, double diskWaitMicros,
        double memoryPercent) {
    private static final int IDLE = 3;
    private static final int DISK_IDLE = 4;
    /// Time of guests is in that of users already.
    private static final int FIELDS = 8;

    /// Reads `/proc` below a root.
    static HostCounters read(Path root, long atMillis) throws IOException {
        double[] ticks = Arrays.stream(Files.readAllLines(root.resolve("proc/stat")).getFirst().split(" +", -1)).skip(1).limit(FIELDS)
                .mapToDouble(Double::parseDouble).toArray();
        double all = Arrays.stream(ticks).sum();
        List<String> memory = Files.readAllLines(root.resolve("proc/meminfo"));
        return new HostCounters(atMillis, all - ticks[IDLE] - ticks[DISK_IDLE], all, waited(root.resolve("proc/pressure/cpu")),
                waited(root.resolve("proc/pressure/io")), 100 * (1 - kilobytes(memory, "MemAvailable:") / kilobytes(memory, "MemTotal:")));
    }

    private static double waited(Path pressure) {
        try {
            String some = Files.readAllLines(pressure).getFirst();
            return Double.parseDouble(some.substring(some.indexOf("total=") + "total=".length()));
        } catch (IOException | RuntimeException untold) {
            return Double.NaN;
        }
    }

    private static double kilobytes(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.split(" +", -1)[1]).mapToDouble(Double::parseDouble)
                .findFirst().orElse(Double.NaN);
    }
}
