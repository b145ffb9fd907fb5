package dev.faultline.api.health;

import java.util.Optional;

/// One thing without which Faultline cannot work.
///
/// @param name what is checked, such as `neo4j`
/// @param probe tells what is wrong, as a sentence; nothing where all is well
public record ReadyCheck(String name, Probe probe) {

    /// Looks once, within a bounded time.
    @FunctionalInterface
    public interface Probe {
        /// What is wrong, or nothing.
        Optional<String> problem();
    }
}
