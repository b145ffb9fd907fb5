package dev.faultline.rca.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.Term;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SymptomPaths;
import dev.faultline.rca.scene.Unit;
import dev.faultline.rca.term.Rating;

/// Adds the weighted ratings of each candidate up and writes the causes.
final class RankingAssembly {
    private static final String SERVICE = "Service";
    private static final String CHANGE = "change";
    private static final String ALERTS = "alerts";
    private static final String REACH = "reach";
    private static final double SOFTNESS = 0.25;

    private record Scored(Unit unit, double score, List<Term> terms) {}

    private final Scene scene;
    private final CandidateLevel level;
    private final Map<String, Map<Integer, Rating>> ratings;
    private final SymptomPaths paths;
    private final CauseSentences sentences;
    private final Distinctions distinctions;

    /// @param names name of a CI by its id
    RankingAssembly(Scene scene, CandidateLevel level, Map<String, Map<Integer, Rating>> ratings, UnaryOperator<String> names) {
        this.scene = scene;
        this.level = level;
        this.ratings = ratings;
        this.paths = SymptomPaths.of(scene);
        this.sentences = new CauseSentences(scene, paths, names);
        this.distinctions = new Distinctions(scene, this::weight, names);
    }

    Ranking ranking(Instant at) {
        List<Scored> scored = candidates().stream().map(this::scored).filter(one -> one.score() > 0)
                .sorted(Comparator.comparingDouble((Scored one) -> -one.score()).thenComparing(one -> one.unit().ciId()))
                .limit(scene.rules().limits().causesMax()).toList();
        double total = Math.exp(scene.rules().unknownBelow() / SOFTNESS)
                + scored.stream().mapToDouble(one -> Math.exp(one.score() / SOFTNESS)).sum();
        List<Cause> causes = new ArrayList<>();
        for (Scored one : scored) {
            causes.add(cause(causes.size() + 1, one, Math.exp(one.score() / SOFTNESS) / total));
        }
        Rules rules = scene.rules();
        boolean unknown = scored.isEmpty() || scored.getFirst().score() < rules.unknownBelow()
                || isBare(scored.getFirst());
        List<Unit> units = scored.stream().map(Scored::unit).toList();
        return new Ranking(at, rules.version(), unknown, sentences.summary(unknown, causes), causes, distinctions.of(causes, units));
    }

    /// Whether nothing speaks for a candidate but where it stands, or the only alert there is: that something is wrong there was known.
    private boolean isBare(Scored scored) {
        boolean alone = ratings.getOrDefault(ALERTS, Map.of()).size() <= 1;
        return scored.terms().stream().allMatch(term -> term.name().equals(REACH) || (alone && term.name().equals(ALERTS)));
    }

    /// The units of the level; all, where none is of the level.
    private List<Unit> candidates() {
        List<Unit> ofLevel = scene.units().stream().filter(unit -> switch (level) {
            case ANY, INSTANCE -> true;
            case SERVICE -> unit.node().type().equals(SERVICE);
            case RELEASE -> ratings.getOrDefault(CHANGE, Map.of()).containsKey(unit.number());
        }).toList();
        return ofLevel.isEmpty() ? scene.units() : ofLevel;
    }

    private Scored scored(Unit unit) {
        List<Term> terms = new ArrayList<>();
        ratings.forEach((name, ofTerm) -> {
            Rating rating = ofTerm.get(unit.number());
            double weight = weight(name);
            if (rating != null && weight > 0 && rating.value() > 0) {
                terms.add(new Term(name, weight, rating.value(), rating.evidence()));
            }
        });
        return new Scored(unit, terms.stream().mapToDouble(Term::contribution).sum(), terms);
    }

    /// The mean weight over the classes of the symptoms.
    private double weight(String term) {
        double sum = 0;
        for (Signal signal : scene.symptomSignals()) {
            sum += scene.rules().weight(signal, term);
        }
        return sum / scene.symptomSignals().size();
    }

    private Cause cause(int rank, Scored scored, double confidence) {
        int unit = scored.unit().number();
        return new Cause(rank, named(scored), CauseKinds.of(scene, unit, scored.terms()), scored.score(), confidence, deployment(scored),
                scored.terms(), paths.path(unit), sentences.evidenceFor(scored.terms()), sentences.evidenceAgainst(unit, scored.terms()));
    }

    /// The CI that is named: at the level of any CI, the facet that the strongest terms agree on, where they do.
    private String named(Scored scored) {
        if (level != CandidateLevel.ANY || scored.unit().members().size() <= 2) {
            return scored.unit().ciId();
        }
        return FacetChoice.of(scene, scored.unit(), scored.terms(), ratings);
    }

    private @Nullable String deployment(Scored scored) {
        boolean blamed = scored.terms().stream().anyMatch(term -> term.name().equals(CHANGE) && term.value() > CauseKinds.CHANGE_BLAMED);
        Rating change = ratings.getOrDefault(CHANGE, Map.of()).get(scored.unit().number());
        return blamed && change != null ? change.deploymentId() : null;
    }
}
