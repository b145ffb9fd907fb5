package dev.faultline.collectors.host;

import java.time.Duration;
import java.util.Set;

/// What the host collector looks for.
///
/// @param alwaysExecutables programs whose processes are taken even where they use no network
/// @param processAgeMin younger processes are taken only where they listen
/// @param connectionMemory for how long a connection that is not seen any more still counts, while both its ends are there
/// @param networkScope the network within which the host's addresses are unique
public record HostSettings(Set<String> alwaysExecutables, Duration processAgeMin, Duration connectionMemory, String networkScope) {
    /// What is used unless it is set otherwise.
    public static final HostSettings DEFAULT = new HostSettings(Set.of(), Duration.ofSeconds(5), Duration.ofMinutes(5), "local");

    public HostSettings {
        alwaysExecutables = Set.copyOf(alwaysExecutables);
    }
}
