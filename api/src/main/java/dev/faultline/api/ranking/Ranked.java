package dev.faultline.api.ranking;

import dev.faultline.graph.explanation.RankingInput;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;

/// An answer of the engine with what it was computed from.
///
/// @param basis the outline of what it was computed from
/// @param input all of it
public record Ranked(Ranking ranking, RankingBasis basis, RankingInput input) {
    /// Whether the answer names the same causes for the same reasons as another one, whenever they were given.
    public boolean saysTheSameAs(Ranking other) {
        return ranking.unknown() == other.unknown() && ranking.rulesVersion().equals(other.rulesVersion())
                && ranking.causes().equals(other.causes());
    }
}
