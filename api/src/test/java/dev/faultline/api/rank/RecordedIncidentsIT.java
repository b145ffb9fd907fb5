package dev.faultline.api.rank;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.collectors.recorded.RecordedIncident;
import dev.faultline.collectors.recorded.RecordedSet;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Ranks the labelled incidents that lie beside the repository, prints the table with baselines, and keeps accuracy from falling.
///
/// Where they lie is told by `LabelledSet`.
class RecordedIncidentsIT {
    @ParameterizedTest
    @CsvSource({"nezha-tt,1.0,1.0", "changerca,1.0,1.0", "petshop,1.0,1.0", "tvdiag-gaia,0.38,0.57", "tvdiag-sockshop,0.66,0.91",
            "tvdiag-hotel,0.81,0.87"})
    void accuracyHolds(String set, double floorAtOne, double floorAtThree) {
        assumeTrue(LabelledSet.exists(set), "no labelled incidents " + set + " in " + LabelledSet.home() + ": accuracy is not measured");
        LabelledSet labelled = LabelledSet.of(set);
        Map<String, String> causes = labelled.causes();
        Rules rules = RulesReader.defaults();
        Map<String, Baseline> rankers = new LinkedHashMap<>();
        rankers.put("engine", incident -> engine(incident, rules));
        rankers.putAll(Baseline.all(rules));
        RankScore random = new RankScore();
        RankScore engine = new RankScore();
        Map<String, RankScore> table = new LinkedHashMap<>(Map.of("random", random, "engine", engine));
        new RecordedSet(labelled.folder()).forEach(incident -> {
            String cause = causes.getOrDefault(incident.name(), "");
            random.addChance(incident.topology().nodes().size());
            rankers.forEach((name, ranker) -> table.computeIfAbsent(name, absent -> new RankScore()).add(ranker.scores(incident), cause));
        });
        table.forEach((name, score) -> System.out.printf("%-16s %-20s %s (%d cases)%n", set, name, score, causes.size()));
        assertThat(engine.atOne()).as("share of causes at rank 1").isGreaterThanOrEqualTo(floorAtOne);
        assertThat(engine.atThree()).as("share of causes within rank 3").isGreaterThanOrEqualTo(floorAtThree);
    }

    private static Map<String, Double> engine(RecordedIncident incident, Rules rules) {
        Map<String, Double> scores = new HashMap<>();
        new RecordedRanking(new RankingEngine(rules)).rank(incident, null).causes()
                .forEach(cause -> scores.merge(cause.ciId(), cause.score(), Math::max));
        return scores;
    }
}
