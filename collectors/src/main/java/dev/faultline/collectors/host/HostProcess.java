package dev.faultline.collectors.host;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A process as `/proc` shows it.
///
/// @param startKey boot and clock tick of its start: with its id, what tells it from every other process of the host
/// @param executable name of its program, without folders
/// @param words what further of its command line says which program it is, such as the jar that a Java machine runs
/// @param inodes sockets that it has open
record HostProcess(long id, String startKey, Instant startedAt, String executable, List<String> words, String userName, Set<Long> inodes) {
    String key() {
        return "process:" + id + ":" + startKey;
    }

    String name() {
        return words.isEmpty() ? executable : executable + " " + String.join(" ", words);
    }
}
