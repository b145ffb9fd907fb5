package dev.faultline.collectors.otlp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphUnavailableException;

/// The sums of one segment on their way into the graph, all at once; without those that can never be written where there are any.
///
/// Where the whole is refused by a graph that takes writes, it is written in halves, and these in halves, until the sums that are
/// refused stand alone: they are set aside, which is logged and counted. The number of the segment is then written last, so that a
/// crash in between adds some sums twice rather than losing them. A refused one costs O(log n) writes.
final class PendingSegment<K, S> {
    private static final Logger LOG = LoggerFactory.getLogger(PendingSegment.class);

    private final SegmentSink<K, S> sink;
    private final String journalId;
    private final long number;
    private final Deque<Map<K, S>> parts = new ArrayDeque<>();
    private boolean whole = true;
    private int setAside;

    PendingSegment(SegmentSink<K, S> sink, String journalId, long number, Map<K, S> sums) {
        this.sink = sink;
        this.journalId = journalId;
        this.number = number;
        parts.add(sums);
    }

    /// Writes what is not written yet. What is thrown is the graph's state, so that the same may succeed later.
    void write() {
        if (whole && written(() -> sink.record(journalId, number, parts.element()))) {
            return;
        }
        whole = false;
        while (!parts.isEmpty()) {
            Map<K, S> part = parts.element();
            if (written(() -> sink.add(part))) {
                parts.remove();
            }
        }
        sink.record(journalId, number, Map.of());
        if (setAside > 0) {
            LOG.error("{} sums of segment {} were set aside, as the graph refuses them", setAside, number);
        }
    }

    /// Returns whether the first part was written; one that was refused is replaced by its halves, or set aside.
    private boolean written(Runnable work) {
        try {
            work.run();
            return true;
        } catch (GraphUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            sink.segments().verifyWrites(journalId);
            refuse(parts.remove(), e);
            return false;
        }
    }

    private void refuse(Map<K, S> part, RuntimeException reason) {
        if (part.size() > 1) {
            halve(part);
            return;
        }
        part.forEach((key, sum) -> {
            if (setAside++ == 0) {
                LOG.error("{} cannot be written and is set aside", key, reason);
            }
            sink.setAside(sum);
        });
    }

    private void halve(Map<K, S> part) {
        Map<K, S> first = new LinkedHashMap<>();
        Map<K, S> second = new LinkedHashMap<>();
        part.forEach((key, sum) -> (first.size() < part.size() / 2 ? first : second).put(key, sum));
        parts.addFirst(second);
        parts.addFirst(first);
    }
}
