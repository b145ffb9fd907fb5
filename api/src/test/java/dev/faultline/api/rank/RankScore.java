package dev.faultline.api.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Counts at which rank labelled causes come: strict, so that candidates of equal score all take the worst position among them.
final class RankScore {
    private final List<Double> atOne = new ArrayList<>();
    private final List<Double> atThree = new ArrayList<>();

    void add(Map<String, Double> scores, String cause) {
        Double score = scores.get(cause);
        long rank = score == null ? Long.MAX_VALUE : scores.values().stream().filter(other -> other >= score).count();
        atOne.add(rank <= 1 ? 1.0 : 0.0);
        atThree.add(rank <= 3 ? 1.0 : 0.0);
    }

    /// What chance gives among so many candidates.
    void addChance(int candidates) {
        atOne.add(Math.min(1, 1.0 / candidates));
        atThree.add(Math.min(1, 3.0 / candidates));
    }

    double atOne() {
        return mean(atOne);
    }

    double atThree() {
        return mean(atThree);
    }

    private static double mean(List<Double> hits) {
        return hits.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    String brief() {
        return String.format(Locale.ROOT, "%.3f/%.3f", atOne(), atThree());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "@1 %.3f  @3 %.3f", atOne(), atThree());
    }
}
