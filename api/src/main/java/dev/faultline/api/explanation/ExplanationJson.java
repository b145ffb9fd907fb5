package dev.faultline.api.explanation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.explanation.Explanation.Outcome;
import dev.faultline.api.incident.RankingJson;
import dev.faultline.graph.incident.Incident;

/// An explanation as the REST interface shows it.
///
/// @param ranking the ranking as it was stored
record ExplanationJson(String incidentId, String title, Outcome outcome, String sentence, List<String> differences,
        @Nullable String rankedBy, String explainedBy, int inputBytes, RankingJson ranking) {

    static ExplanationJson of(Incident incident, Explanation explanation, RankingJson ranking) {
        return new ExplanationJson(incident.id(), incident.title(), explanation.outcome(), explanation.sentence(),
                explanation.differences(), explanation.rankedBy(), explanation.explainedBy(), explanation.inputBytes(), ranking);
    }
}
