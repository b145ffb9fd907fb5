package dev.faultline.api.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.faultline.collectors.recorded.RecordedSet;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.Term;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.Rules;

/// A labelled incident as it was ranked once: scores are additive, so that other weights need no other ranking.
record RatedIncident(String cause, Ranking ranking) {

    static List<RatedIncident> of(LabelledSet set, Rules rules) {
        RecordedRanking ranker = new RecordedRanking(new RankingEngine(rules));
        List<RatedIncident> rated = new ArrayList<>();
        new RecordedSet(set.folder()).forEach(incident -> rated
                .add(new RatedIncident(set.causes().getOrDefault(incident.name(), ""), ranker.rank(incident, null))));
        return rated;
    }

    /// Scores by CI with each term counted as told; what scores nothing is left out.
    Map<String, Double> scores(ToDoubleFunction<Term> counted) {
        Map<String, Double> scores = new HashMap<>();
        for (Cause one : ranking.causes()) {
            double score = one.terms().stream().mapToDouble(counted).sum();
            if (score > 0) {
                scores.merge(one.ciId(), score, Math::max);
            }
        }
        return scores;
    }

    static RankScore score(List<RatedIncident> incidents, ToDoubleFunction<Term> counted) {
        RankScore score = new RankScore();
        incidents.forEach(incident -> score.add(incident.scores(counted), incident.cause()));
        return score;
    }
}
