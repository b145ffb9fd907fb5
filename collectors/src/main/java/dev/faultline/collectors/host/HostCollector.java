package dev.faultline.collectors.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.reconciliation.Collector;
import dev.faultline.collectors.reconciliation.RemovalGate;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;

/// Discovers the host that it runs on, from `/proc` and what the operating system says of itself.
///
/// Its scope is the host as its user sees it: sockets of other users' processes are only known to root, and some processes are
/// closed to everybody. A process that could be read before and cannot any more makes the run partial.
public final class HostCollector implements Collector {
    /// The source's name in the graph.
    public static final String SOURCE = "host";
    /// Key of the claim that is about the host itself.
    public static final String HOST_KEY = "host";
    /// How many processes are claimed; more make the run partial.
    static final int PROCESSES_MAX = 20_000;
    /// Much of a host goes at once when it is shut down in order; an empty answer is held all the same.
    private static final RemovalGate GATE = new RemovalGate(0.9, 100);

    private final HostSettings settings;
    private final Clock clock;
    private final Supplier<String> newIds;
    private final Path root;
    private final String userName = System.getProperty("user.name", "");
    private final ConnectionMemory memory;
    private final Map<String, Instant> startedAt = new HashMap<>();
    private final Set<Long> everRead = new HashSet<>();

    /// @param newIds makes ids of runs
    public HostCollector(HostSettings settings, Clock clock, Supplier<String> newIds) {
        this.settings = settings;
        this.clock = clock;
        this.newIds = newIds;
        root = Path.of("/");
        memory = new ConnectionMemory(settings.connectionMemory());
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String scope() {
        return HostProbe.identity(root) + " as " + userName;
    }

    @Override
    public RemovalGate gate() {
        return GATE;
    }

    @Override
    public synchronized Run collect() {
        var begun = clock.instant();
        try {
            var facts = HostProbe.facts(root);
            var table = new ProcessTable(root.resolve("proc"), userName).read();
            var connections = new Connections(sockets(), table.processes(), HostProbe.ownAddresses(facts));
            var listening = connections.listening();
            var open = connections.opened();
            var taken = take(table.processes(), listening, open, begun);
            var keys = taken.stream().map(HostProcess::key).collect(Collectors.toSet());
            var remembered = memory.remember(open, keys::contains, begun);
            var claims = new HostClaims(facts, settings.networkScope()).claims(listening, taken, remembered);
            var problem = problem(lost(table), taken.size());
            return new Run(newIds.get(), SOURCE, scope(), begun, clock.instant(),
                    problem == null ? RunOutcome.COMPLETE : RunOutcome.PARTIAL, problem, claims);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("this host's /proc cannot be read", unreadable);
        }
    }

    /// Ids of processes that could be read before and cannot any more.
    private List<Long> lost(ProcessTable.Result table) {
        var lost = table.unreadable().stream().filter(everRead::contains).toList();
        everRead.clear();
        everRead.addAll(lost);
        table.processes().forEach(process -> everRead.add(process.id()));
        return lost;
    }

    private List<Socket> sockets() throws IOException {
        var sockets = new ArrayList<Socket>();
        for (var table : List.of("proc/net/tcp", "proc/net/tcp6")) {
            if (Files.exists(root.resolve(table))) {
                try (var lines = Files.lines(root.resolve(table))) {
                    sockets.addAll(SocketTable.parse(lines));
                }
            }
        }
        return sockets;
    }

    private List<HostProcess> take(List<HostProcess> processes, Map<Socket, List<HostProcess>> listening, Set<Connection> open,
            Instant now) {
        var listeners = new HashSet<HostProcess>();
        listening.values().forEach(listeners::addAll);
        var connected = new HashSet<String>();
        for (var connection : open) {
            connected.add(connection.fromKey());
            if (connection instanceof Connection.ToProcess(_, var toKey)) {
                connected.add(toKey);
            }
        }
        startedAt.keySet().retainAll(processes.stream().map(HostProcess::key).collect(Collectors.toSet()));
        return processes.stream()
                .filter(process -> listeners.contains(process) || settings.alwaysExecutables().contains(process.executable())
                        || (isOldEnough(process, now) && (connected.contains(process.key()) || startedAt.containsKey(process.key()))))
                .map(this::withSteadyStart).limit(PROCESSES_MAX).toList();
    }

    private boolean isOldEnough(HostProcess process, Instant now) {
        return !process.startedAt().plus(settings.processAgeMin()).isAfter(now);
    }

    /// The start as it was first computed: it follows the wall clock, and a step of that is no change of the process.
    private HostProcess withSteadyStart(HostProcess process) {
        var first = startedAt.computeIfAbsent(process.key(), unknown -> process.startedAt());
        return new HostProcess(process.id(), process.startKey(), first, process.executable(), process.words(), process.userName(),
                process.inodes());
    }

    private static @Nullable String problem(List<Long> unreadable, int taken) {
        if (taken >= PROCESSES_MAX) {
            return "the host has more than " + PROCESSES_MAX + " processes that use the network; the rest is left out";
        }
        return unreadable.isEmpty()
                ? null
                : unreadable.size() + " processes cannot be read, the first one " + unreadable.getFirst()
                        + "; expected to run as their user with the right to read their files";
    }
}
