package dev.faultline.graph.explanation;

import dev.faultline.graph.ci.Required;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.topology.Topology;

/// All that a ranking was computed from: with it the same ranking can be computed again, whatever became of the graph since.
///
/// @param program the program that ranked, by its version and a digest of its engine
/// @param rules the text of the rules that it ranked by
/// @param level what was ranked, as the engine names it
/// @param topology the CIs, relations and calls that were looked at, as of the instant of the ranking
public record RankingInput(String program, String rules, String level, Topology topology, Evidence evidence) {
    public RankingInput {
        Required.text("program of a ranking", program);
        Required.text("rules of a ranking", rules);
    }
}
