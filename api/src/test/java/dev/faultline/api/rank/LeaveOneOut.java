package dev.faultline.api.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.incident.Term;

/// Chooses weights on all systems but one, to see how far they carry over to a system that they were not chosen on.
///
/// There is one weight for each sort of evidence and class of symptoms is not told apart: what points at a fault itself, what only
/// shows that something is unusual (weight 1), and what tells of the place in the graph. Of all weights that do best on the other
/// systems the middle is taken. The shipped weights never enter.
final class LeaveOneOut {
    private static final List<String> POINTING = List.of("unexplained", "change", "spans", "logs");
    private static final List<String> PLACE = List.of("pagerank", "reach");
    private static final double[] POINTING_CHOICES = {0.5, 1, 2, 3, 4, 6};
    private static final double[] PLACE_CHOICES = {0.05, 0.1, 0.3, 0.6, 1};
    private static final double TIE = 0.005;

    /// @param pointing weight of what points at a fault itself
    /// @param place weight of what tells of the place in the graph
    record Weights(double pointing, double place) {
        double counted(Term term) {
            return (POINTING.contains(term.name()) ? pointing : PLACE.contains(term.name()) ? place : 1) * term.value();
        }
    }

    private final Map<String, List<RatedIncident>> rated;

    /// @param rated incidents by set
    LeaveOneOut(Map<String, List<RatedIncident>> rated) {
        this.rated = rated;
    }

    /// The weights that do best on all sets but one.
    Weights without(String heldOut) {
        List<List<RatedIncident>> others = rated.entrySet().stream().filter(entry -> !entry.getKey().equals(heldOut))
                .map(Map.Entry::getValue).toList();
        List<Weights> best = new ArrayList<>();
        double reached = 0;
        for (double pointing : POINTING_CHOICES) {
            for (double place : PLACE_CHOICES) {
                Weights weights = new Weights(pointing, place);
                double quality = quality(others, weights);
                if (quality > reached + TIE) {
                    best.clear();
                }
                if (quality >= reached - TIE) {
                    best.add(weights);
                    reached = Math.max(reached, quality);
                }
            }
        }
        return new Weights(best.stream().mapToDouble(Weights::pointing).average().orElse(1),
                best.stream().mapToDouble(Weights::place).average().orElse(1));
    }

    /// Mean over the sets of the mean of the shares at rank 1 and within rank 3.
    private static double quality(List<List<RatedIncident>> sets, Weights weights) {
        return sets.stream().map(set -> RatedIncident.score(set, weights::counted))
                .mapToDouble(score -> (score.atOne() + score.atThree()) / 2).average().orElse(0);
    }
}
