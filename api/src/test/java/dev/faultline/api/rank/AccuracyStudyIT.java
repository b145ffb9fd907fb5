package dev.faultline.api.rank;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.faultline.graph.incident.Term;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.term.TermSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Prints what each term earns, how weights carry over to a system that they were not chosen on, and how reliable the stated
/// confidence is; run with `-Dfaultline.study=true`.
@EnabledIfSystemProperty(named = "faultline.study", matches = "true")
class AccuracyStudyIT {

    private static Map<String, List<RatedIncident>> rated(Rules rules) {
        Map<String, List<RatedIncident>> rated = new LinkedHashMap<>();
        LabelledSet.NAMES.stream().filter(LabelledSet::exists)
                .forEach(name -> rated.put(name, RatedIncident.of(LabelledSet.of(name), rules)));
        assumeTrue(!rated.isEmpty(), "no labelled incidents in " + LabelledSet.home() + ": nothing is studied");
        return rated;
    }

    private static void print(String row, Map<String, List<RatedIncident>> rated,
            BiFunction<String, List<RatedIncident>, RankScore> score) {
        StringBuilder line = new StringBuilder(String.format("%-24s", row));
        rated.forEach((set, incidents) -> line.append(String.format("%-16s", score.apply(set, incidents).brief())));
        System.out.println(line);
    }

    private static void header(String title, Map<String, List<RatedIncident>> rated) {
        StringBuilder line = new StringBuilder(String.format("%n%-24s", title));
        rated.keySet().forEach(set -> line.append(String.format("%-16s", set)));
        System.out.println(line);
    }

    @Test
    void termsEarnTheirPlace() {
        Map<String, List<RatedIncident>> rated = rated(RulesReader.defaults());
        header("@1/@3", rated);
        print("engine", rated, (set, incidents) -> RatedIncident.score(incidents, Term::contribution));
        for (TermSource term : TermSource.all()) {
            print("without " + term.name(), rated,
                    (set, incidents) -> RatedIncident.score(incidents, one -> one.name().equals(term.name()) ? 0 : one.contribution()));
        }
        header("confidence: right", rated);
        rated.forEach((set, incidents) -> System.out.printf("%-16s %s%n", set, Reliability.of(incidents)));
        System.out.printf("%-16s %s%n", "all", Reliability.of(rated.values().stream().flatMap(List::stream).toList()));
        assertThat(rated.values()).allSatisfy(incidents -> assertThat(incidents).isNotEmpty());
    }

    @Test
    void weightsCarryOverToOtherSystems() {
        Map<String, List<RatedIncident>> rated = rated(equalWeights(RulesReader.defaults()));
        LeaveOneOut study = new LeaveOneOut(rated);
        header("@1/@3", rated);
        print("equal weights", rated, (set, incidents) -> RatedIncident.score(incidents, Term::value));
        Map<String, LeaveOneOut.Weights> chosen = new LinkedHashMap<>();
        rated.keySet().forEach(set -> chosen.put(set, study.without(set)));
        LeaveOneOut.Weights onAll = study.without("");
        print("chosen on the others", rated, (set, incidents) -> RatedIncident.score(incidents, chosen.getOrDefault(set, onAll)::counted));
        print("chosen on all", rated, (set, incidents) -> RatedIncident.score(incidents, onAll::counted));
        chosen.forEach((set, weights) -> System.out.printf("without %-16s %s%n", set, weights));
        assertThat(chosen).hasSameSizeAs(rated);
    }

    private static Rules equalWeights(Rules rules) {
        Map<String, Double> equal = new TreeMap<>();
        TermSource.all().forEach(term -> equal.put(term.name(), 1.0));
        Map<Signal, Map<String, Double>> weights = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            weights.put(signal, equal);
        }
        return rules.withWeights(rules.version() + " with equal weights", weights);
    }
}
