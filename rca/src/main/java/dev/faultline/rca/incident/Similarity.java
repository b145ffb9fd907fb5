package dev.faultline.rca.incident;

import java.util.Set;

/// How alike two sets are: the share of all their elements that both have (Jaccard, "Étude comparative de la distribution florale dans
/// une portion des Alpes et des Jura", 1901).
public final class Similarity {
    private Similarity() {}

    /// In [0, 1]; 0 where both are empty. O(the smaller set).
    public static double jaccard(Set<String> one, Set<String> other) {
        if (one.size() > other.size()) {
            return jaccard(other, one);
        }
        long both = one.stream().filter(other::contains).count();
        long all = (long) one.size() + other.size() - both;
        return all == 0 ? 0 : (double) both / all;
    }
}
