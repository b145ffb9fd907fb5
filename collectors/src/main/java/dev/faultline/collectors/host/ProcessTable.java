package dev.faultline.collectors.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads processes from `/proc` (see proc(5)).
///
/// @param proc where the process file system is mounted
/// @param userName whose processes are in scope; those of others are only read where they can be
record ProcessTable(Path proc, String userName) {
    private static final Pattern PROCESS_ID = Pattern.compile("\\d{1,9}");
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final int KERNEL_THREAD_PARENT = 2;
    private static final long TICKS_PER_SECOND = 100;
    private static final int START_FIELD = 19;

    /// What was read.
    ///
    /// @param unreadable ids of processes in scope whose files could not be read
    record Result(List<HostProcess> processes, List<Long> unreadable) {}

    Result read() throws IOException {
        long bootedAtSeconds = bootedAtSeconds();
        var bootId = Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
        var processes = new ArrayList<HostProcess>();
        var unreadable = new ArrayList<Long>();
        try (var folders = Files.newDirectoryStream(proc, path -> PROCESS_ID.matcher(path.getFileName().toString()).matches())) {
            for (var folder : folders) {
                try {
                    process(folder, bootId, bootedAtSeconds).ifPresent(processes::add);
                } catch (AccessDeniedException denied) {
                    if (owner(folder).equals(userName)) {
                        unreadable.add(Long.parseLong(folder.getFileName().toString()));
                    }
                }
            }
        }
        return new Result(processes, unreadable);
    }

    private Optional<HostProcess> process(Path folder, String bootId, long bootedAtSeconds) throws IOException {
        try {
            var stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var command = command(folder);
            boolean isZombie = fields[0].equals("Z") || fields[0].equals("X");
            if (isZombie || command.isEmpty() || Integer.parseInt(fields[1]) == KERNEL_THREAD_PARENT) {
                return Optional.empty();
            }
            long ticks = Long.parseLong(fields[START_FIELD]);
            var executable = executable(folder, command);
            return Optional.of(new HostProcess(Long.parseLong(folder.getFileName().toString()), bootId.substring(0, 8) + ":" + ticks,
                    Instant.ofEpochSecond(bootedAtSeconds).plusMillis(ticks * 1000 / TICKS_PER_SECOND), executable,
                    CommandWords.of(executable, command), owner(folder), inodes(folder)));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException unreadable) {
            if (!Files.exists(folder) || String.valueOf(unreadable.getMessage()).contains("No such process")) {
                return Optional.empty();
            }
            throw unreadable;
        }
    }

    private static List<String> command(Path folder) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve("cmdline"));
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1)).stream().filter(word -> !word.isEmpty()).toList();
    }

    private static String executable(Path folder, List<String> command) throws IOException {
        try {
            return Files.readSymbolicLink(folder.resolve("exe")).getFileName().toString().replace(" (deleted)", "");
        } catch (IOException withoutProgram) {
            return Path.of(command.getFirst()).getFileName().toString();
        }
    }

    private static Set<Long> inodes(Path folder) throws IOException {
        var inodes = new HashSet<Long>();
        try (var descriptors = Files.newDirectoryStream(folder.resolve("fd"))) {
            for (var descriptor : descriptors) {
                socket(descriptor).ifPresent(inodes::add);
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        return inodes;
    }

    private static Optional<Long> socket(Path descriptor) throws IOException {
        try {
            var target = SOCKET.matcher(Files.readSymbolicLink(descriptor).toString());
            return target.matches() ? Optional.of(Long.parseLong(target.group(1))) : Optional.empty();
        } catch (NoSuchFileException closed) {
            return Optional.empty();
        }
    }

    private static String owner(Path folder) {
        try {
            return Files.getOwner(folder).getName();
        } catch (IOException ended) {
            return "";
        }
    }

    private long bootedAtSeconds() throws IOException {
        try (var lines = Files.lines(proc.resolve("stat"))) {
            return lines.filter(line -> line.startsWith("btime ")).mapToLong(line -> Long.parseLong(line.substring(6).strip())).findFirst()
                    .orElse(0);
        }
    }
}
