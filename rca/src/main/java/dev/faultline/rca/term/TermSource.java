package dev.faultline.rca.term;

import java.util.List;
import java.util.Map;

import dev.faultline.rca.scene.Scene;

/// One kind of evidence: rates the candidates of a scene by it, with the same answer for the same scene.
public interface TermSource {

    /// The term's name in the rules.
    String name();

    /// Ratings by number of the unit; units without such evidence are left out.
    Map<Integer, Rating> rate(Scene scene);

    /// All terms, in the order in which a score lists them.
    static List<TermSource> all() {
        return List.of(new DeviationTerm(), new UnexplainedTerm(), new PageRankTerm(), new ChangeTerm(), new SilenceTerm(), new AlertTerm(),
                new SpanTerm(), new LogTerm(), new ResourceTerm(), new SharedFateTerm(), new ReachTerm());
    }
}
