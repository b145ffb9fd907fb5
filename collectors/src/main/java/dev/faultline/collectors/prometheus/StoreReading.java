package dev.faultline.collectors.prometheus;

import java.util.List;
import java.util.Set;

import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.graph.evidence.Series;

/// The series that the store gave, and why others may be missing.
public record StoreReading(List<Series> series, Set<StoreTrouble> troubles) {
    static final StoreReading NONE = new StoreReading(List.of(), Set.of());

    public StoreReading {
        series = List.copyOf(series);
        troubles = Set.copyOf(troubles);
    }
}
