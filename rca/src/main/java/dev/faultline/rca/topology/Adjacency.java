package dev.faultline.rca.topology;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Directed edges of numbered nodes in compressed sparse rows, with whole rows replaced where something changed since.
///
/// Immutable: a change makes a new adjacency that shares the arrays of the old one. Space O(nodes + edges).
final class Adjacency {
    private static final int[] NO_ROW = {};
    private static final int BYTES_PER_INT = 4;
    private static final int BYTES_PER_REPLACED_ROW = 64;

    private final int[] offsets;
    private final int[] targets;
    private final Map<Integer, int[]> replaced;

    private Adjacency(int[] offsets, int[] targets, Map<Integer, int[]> replaced) {
        this.offsets = offsets;
        this.targets = targets;
        this.replaced = replaced;
    }

    /// Builds rows from edge ends of equal length, by counting sort in O(nodes + edges).
    static Adjacency of(int nodes, int[] from, int[] to) {
        int[] offsets = new int[nodes + 1];
        for (int node : from) {
            offsets[node + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] next = offsets.clone();
        int[] targets = new int[from.length];
        for (int i = 0; i < from.length; i++) {
            targets[next[from[i]]++] = to[i];
        }
        return new Adjacency(offsets, targets, Map.of());
    }

    /// The same edges but for the rows given, each with all its targets.
    Adjacency with(Map<Integer, int[]> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        Map<Integer, int[]> all = new HashMap<>(replaced);
        all.putAll(rows);
        return new Adjacency(offsets, targets, all);
    }

    int degree(int node) {
        int[] row = replacement(node);
        if (row != null) {
            return row.length;
        }
        return node + 1 < offsets.length ? offsets[node + 1] - offsets[node] : 0;
    }

    int target(int node, int position) {
        int[] row = replacement(node);
        return row != null ? row[position] : targets[offsets[node] + position];
    }

    private int @Nullable [] replacement(int node) {
        return replaced.isEmpty() ? null : replaced.get(node);
    }

    int[] row(int node) {
        int degree = degree(node);
        int[] row = degree == 0 ? NO_ROW : new int[degree];
        for (int i = 0; i < degree; i++) {
            row[i] = target(node, i);
        }
        return row;
    }

    int replacedRows() {
        return replaced.size();
    }

    long memoryBytes() {
        long bytes = (long) BYTES_PER_INT * (offsets.length + targets.length);
        for (int[] row : replaced.values()) {
            bytes += BYTES_PER_REPLACED_ROW + (long) BYTES_PER_INT * row.length;
        }
        return bytes;
    }
}
