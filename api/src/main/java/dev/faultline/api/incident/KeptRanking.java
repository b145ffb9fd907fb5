package dev.faultline.api.incident;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.ranking.Ranked;
import dev.faultline.graph.explanation.PackedInput;
import dev.faultline.graph.incident.RankingVersion;

/// A ranking as it is stored.
///
/// @param input what it was computed from; null where that is too large to be kept, which the ranking then says
record KeptRanking(RankingVersion version, @Nullable PackedInput input) {
    /// The name of the limit among those that a ranking tells.
    private static final String LIMIT = "explanation";

    /// The next version of an incident's ranking.
    static KeptRanking of(LiveIncident incident, Ranked ranked, IncidentMeters meters) {
        PackedInput input = PackedInput.of(ranked.input());
        meters.packed(input.size());
        boolean fits = input.size() <= PackedInput.BYTES_MAX;
        return new KeptRanking(new RankingVersion(incident.id(), incident.nextVersion(), ranked.ranking(),
                fits ? ranked.basis() : ranked.basis().cutShortBy(LIMIT)), fits ? input : null);
    }
}
