package dev.faultline.api.bench;

import dev.faultline.api.settings.Settings;

/// One benchmark of `faultline bench`; it brings what it needs, and leaves nothing behind.
public interface Benchmark {

    /// The name by which it is asked for.
    String name();

    /// What it measures, as a phrase.
    String purpose();

    /// Measures, and prints each figure as soon as it is known.
    void run(Settings settings, Figures figures);
}
