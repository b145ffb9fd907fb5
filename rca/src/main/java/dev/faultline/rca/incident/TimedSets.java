package dev.faultline.rca.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.faultline.graph.alert.Alert;

/// Sets of alerts that know how much time they span, so that none grows past what one incident may last.
final class TimedSets {
    private final DisjointSets sets;
    private final long[] firstMillis;
    private final long[] lastMillis;
    private final List<int[]> apart = new ArrayList<>();

    /// @param alerts each is a set of its own at first
    TimedSets(List<Alert> alerts) {
        sets = new DisjointSets(alerts.size());
        firstMillis = alerts.stream().mapToLong(alert -> alert.startsAt().toEpochMilli()).toArray();
        lastMillis = firstMillis.clone();
    }

    /// The smallest number of the set that holds the number.
    int find(int number) {
        return sets.find(number);
    }

    /// Joins two sets whatever time they span.
    void join(int a, int b) {
        int rootA = sets.find(a);
        int rootB = sets.find(b);
        sets.join(rootA, rootB);
        int root = sets.find(rootA);
        firstMillis[root] = Math.min(firstMillis[rootA], firstMillis[rootB]);
        lastMillis[root] = Math.max(lastMillis[rootA], lastMillis[rootB]);
    }

    /// Has no set hold both of these from now on.
    void keepApart(int a, int b) {
        apart.add(new int[]{a, b});
    }

    private boolean mayJoin(int rootA, int rootB) {
        for (int[] pair : apart) {
            int one = sets.find(pair[0]);
            int other = sets.find(pair[1]);
            if ((one == rootA && other == rootB) || (one == rootB && other == rootA)) {
                return false;
            }
        }
        return true;
    }

    /// Joins two sets unless together they would span more, or hold what is kept apart.
    void joinWithin(int a, int b, Duration span) {
        int rootA = sets.find(a);
        int rootB = sets.find(b);
        long first = Math.min(firstMillis[rootA], firstMillis[rootB]);
        long last = Math.max(lastMillis[rootA], lastMillis[rootB]);
        if (rootA != rootB && last - first <= span.toMillis() && mayJoin(rootA, rootB)) {
            join(rootA, rootB);
        }
    }

    /// Remembers that a set began before its alerts, as an incident does whose alerts came back.
    void beganAt(int number, Instant at) {
        int root = sets.find(number);
        firstMillis[root] = Math.min(firstMillis[root], at.toEpochMilli());
    }
}
