package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One answer of the engine: the ranked causes of an incident at one moment.
///
/// @param rulesVersion version of the rules that it was made with
/// @param unknown true where nothing stands out: the causes are then only the next to look at
/// @param summary the answer as a sentence
/// @param distinctions what tells the first cause from the next ones
public record Ranking(Instant at, String rulesVersion, boolean unknown, String summary, List<Cause> causes,
        List<Distinction> distinctions) {
    public Ranking {
        causes = List.copyOf(causes);
        distinctions = List.copyOf(distinctions);
    }

    /// A ranking that does not say what tells its causes apart.
    public Ranking(Instant at, String rulesVersion, boolean unknown, String summary, List<Cause> causes) {
        this(at, rulesVersion, unknown, summary, causes, List.of());
    }

    /// The most likely cause, or nothing where the answer is unknown.
    public Optional<Cause> top() {
        return unknown || causes.isEmpty() ? Optional.empty() : Optional.of(causes.getFirst());
    }
}
