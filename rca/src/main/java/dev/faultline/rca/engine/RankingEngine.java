package dev.faultline.rca.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SceneBuilder;
import dev.faultline.rca.term.Rating;
import dev.faultline.rca.term.TermSource;
import dev.faultline.rca.topology.TopologySnapshot;

/// Ranks the root causes of an incident: topology snapshot and evidence in, ranked causes with additive terms out.
///
/// Pure: the same input gives the same output. The order of alerts, series and deployments does not matter.
public final class RankingEngine {
    private final Rules rules;
    private final List<TermSource> terms;

    public RankingEngine(Rules rules) {
        this(rules, TermSource.all());
    }

    RankingEngine(Rules rules, List<TermSource> terms) {
        this.rules = rules;
        this.terms = List.copyOf(terms);
    }

    /// An engine with the rules that are shipped.
    public static RankingEngine withDefaults() {
        return new RankingEngine(RulesReader.defaults());
    }

    /// Ranks at the level asked; the answer is unknown where nothing stands out.
    ///
    /// @param at the moment that the ranking is noted for
    public Ranking rank(TopologySnapshot snapshot, Evidence evidence, CandidateLevel level, Instant at) {
        Scene scene = SceneBuilder.build(snapshot, evidence, level, rules);
        Map<String, Map<Integer, Rating>> ratings = new LinkedHashMap<>();
        terms.forEach(term -> ratings.put(term.name(), term.rate(scene)));
        UnaryOperator<String> names = id -> {
            OptionalInt node = snapshot.find(id);
            return node.isPresent() ? snapshot.node(node.getAsInt()).name() : id;
        };
        return new RankingAssembly(scene, level, ratings, names).ranking(at);
    }
}
