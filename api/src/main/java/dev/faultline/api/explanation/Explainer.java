package dev.faultline.api.explanation;

import java.util.List;
import java.util.Optional;

import dev.faultline.api.explanation.Explanation.Outcome;
import dev.faultline.api.ranking.Program;
import dev.faultline.graph.GraphException;
import dev.faultline.graph.GraphUnavailableException;
import dev.faultline.graph.explanation.PackedInput;
import dev.faultline.graph.explanation.RankingInput;
import dev.faultline.graph.explanation.RankingInputStore;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.rca.RcaException;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.RulesText;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.scene.SceneTopology;
import dev.faultline.rca.term.Counts;

/// Computes a stored ranking again, from what was stored with it and by the rules that it was made with.
public final class Explainer {
    private final RankingInputStore inputs;

    public Explainer(GraphConnection graph) {
        this.inputs = new RankingInputStore(graph);
    }

    /// Explains one version; nothing but what was stored with it is looked at.
    public Explanation explain(RankingVersion stored) {
        Optional<PackedInput> packed = inputs.find(stored.incidentId(), stored.version());
        if (packed.isEmpty()) {
            return gone(stored, "what version " + stored.version() + " and its rules " + stored.ranking().rulesVersion()
                    + " said is kept, but not what it was computed from: that was too large, or older than ranking.inputs-age and "
                    + "ranking.inputs-bytes-max allow", 0);
        }
        try {
            return compare(stored, packed.get());
        } catch (GraphUnavailableException e) {
            throw e;
        } catch (GraphException | RcaException e) {
            return gone(stored, String.valueOf(e.getMessage()), packed.get().size());
        }
    }

    private static Explanation gone(RankingVersion stored, String sentence, int bytes) {
        return new Explanation(stored, Outcome.GONE, sentence, List.of(), null, Program.NAME, bytes);
    }

    private static Explanation compare(RankingVersion stored, PackedInput packed) {
        RankingInput input = packed.unpack();
        List<String> differences = RankingDifferences.of(stored.ranking(), rank(input, stored));
        Outcome outcome = differences.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT;
        return new Explanation(stored, outcome, sentence(input, stored, outcome), differences, input.program(), Program.NAME,
                packed.size());
    }

    private static Ranking rank(RankingInput input, RankingVersion stored) {
        return new RankingEngine(RulesText.read(input.rules())).rank(SceneTopology.snapshot(input.topology()), input.evidence(),
                CandidateLevel.valueOf(input.level()), stored.ranking().at());
    }

    private static String sentence(RankingInput input, RankingVersion stored, Outcome outcome) {
        String from = "computed again from " + input.evidence().observed().series().size() + " series, "
                + Counts.of(input.evidence().alerts().size(), "alert") + ", "
                + Counts.of(input.evidence().deployments().size(), "deployment") + " and "
                + Counts.of(input.topology().nodes().size(), "CI") + " as stored, by rules " + stored.ranking().rulesVersion();
        if (outcome == Outcome.SAME) {
            return from + ": the same";
        }
        return from + ": not the same" + (input.program().equals(Program.NAME)
                ? ", though the program is"
                : "; it was ranked by " + input.program() + ", and this is " + Program.NAME);
    }
}
