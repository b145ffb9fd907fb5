package dev.faultline.api.rank;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.collectors.recorded.RecordedIncident;
import dev.faultline.collectors.recorded.RecordedSet;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Ranks the labelled incidents that lie beside the repository, prints the table with baselines, and keeps accuracy from falling.
///
/// The folder is `../shared/rca-bench` from the root, or the system property `faultline.recorded`.
class RecordedIncidentsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"nezha-tt,0.60,0.75", "changerca,0.60,0.70", "petshop,0.90,0.95", "tvdiag-gaia,0.26,0.46", "tvdiag-sockshop,0.60,0.83",
            "tvdiag-hotel,0.73,0.81"})
    void accuracyHolds(String set, double floorAtOne, double floorAtThree) {
        Path folder = folder().resolve(set);
        assumeTrue(Files.isDirectory(folder), "no labelled incidents in " + folder.toAbsolutePath() + ": accuracy is not measured");
        Map<String, String> causes = causes(folder);
        Rules rules = RulesReader.defaults();
        Map<String, Baseline> rankers = new LinkedHashMap<>();
        rankers.put("engine", incident -> engine(incident, rules));
        rankers.putAll(Baseline.all(rules));
        RankScore random = new RankScore();
        RankScore engine = new RankScore();
        Map<String, RankScore> table = new LinkedHashMap<>(Map.of("random", random, "engine", engine));
        new RecordedSet(folder).forEach(incident -> {
            String cause = causes.getOrDefault(incident.name(), "");
            random.addChance(incident.topology().nodes().size());
            rankers.forEach((name, ranker) -> table.computeIfAbsent(name, absent -> new RankScore()).add(ranker.scores(incident), cause));
        });
        table.forEach((name, score) -> System.out.printf("%-16s %-20s %s (%d cases)%n", set, name, score, causes.size()));
        assertThat(engine.atOne()).as("share of causes at rank 1").isGreaterThanOrEqualTo(floorAtOne);
        assertThat(engine.atThree()).as("share of causes within rank 3").isGreaterThanOrEqualTo(floorAtThree);
    }

    private static Path folder() {
        String property = System.getProperty("faultline.recorded");
        String root = System.getProperty("faultline.root", ".");
        return property == null ? Path.of(root).resolve("../shared/rca-bench") : Path.of(property);
    }

    private static Map<String, Double> engine(RecordedIncident incident, Rules rules) {
        Map<String, Double> scores = new HashMap<>();
        new RecordedRanking(new RankingEngine(rules)).rank(incident, null).causes()
                .forEach(cause -> scores.merge(cause.ciId(), cause.score(), Math::max));
        return scores;
    }

    private static Map<String, String> causes(Path folder) {
        Map<String, String> causes = new HashMap<>();
        JsonNode labels = JSON.readTree(folder.resolve("truth.json").toFile());
        labels.propertyStream().forEach(label -> causes.put(label.getKey(), label.getValue().path("ci").asString()));
        return causes;
    }
}
