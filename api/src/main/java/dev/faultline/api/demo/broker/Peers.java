package dev.faultline.api.demo.broker;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The addresses of other services' instances, as service discovery last announced them.
final class Peers {
    private final Map<String, List<URI>> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /// Replaces the addresses of one service.
    void announce(String service, List<URI> instances) {
        addresses.put(service, List.copyOf(instances));
    }

    /// The instances to try for one call, in order: round robin over all that are announced.
    List<URI> order(String service, int attempts) {
        List<URI> instances = addresses.getOrDefault(service, List.of());
        if (instances.isEmpty()) {
            return List.of();
        }
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        return java.util.stream.IntStream.range(0, attempts).mapToObj(attempt -> instances.get((first + attempt) % instances.size()))
                .toList();
    }
}
