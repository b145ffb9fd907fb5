package dev.faultline.collectors.otlp;

import java.util.Map;

import dev.faultline.graph.journal.WrittenSegments;

/// Brings sums of a segment into the graph. It serves one thread.
///
/// @param <K> what is summed by
/// @param <S> the sum
interface SegmentSink<K, S> {

    /// Writes a segment with its number, and returns whether it was new.
    boolean record(String journalId, long segment, Map<K, S> sums);

    /// Writes a part of a segment, whose number is written later.
    void add(Map<K, S> sums);

    /// Counts what cannot be written.
    void setAside(S sum);

    /// What is written of journals.
    WrittenSegments segments();
}
