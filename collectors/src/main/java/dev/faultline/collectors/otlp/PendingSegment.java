package dev.faultline.collectors.otlp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.otlp.pair.CallMinute;
import dev.faultline.collectors.otlp.pair.CallSum;
import dev.faultline.graph.GraphUnavailableException;

/// The calls of one segment on their way into the graph, all at once; without those that can never be written where there are any.
///
/// Where the whole is refused by a graph that takes writes, it is written in halves, and these in halves, until the calls that are
/// refused stand alone: they are set aside, which is logged and counted. The number of the segment is then written last, so that a
/// crash in between adds some calls twice rather than losing them. A refused call costs O(log n) writes.
final class PendingSegment {
    private static final Logger LOG = LoggerFactory.getLogger(PendingSegment.class);

    private final CallRecorder recorder;
    private final String journalId;
    private final long number;
    private final Deque<Map<CallMinute, CallSum>> parts = new ArrayDeque<>();
    private boolean whole = true;
    private int setAside;

    PendingSegment(CallRecorder recorder, String journalId, long number, Map<CallMinute, CallSum> sums) {
        this.recorder = recorder;
        this.journalId = journalId;
        this.number = number;
        parts.add(sums);
    }

    /// Writes what is not written yet. What is thrown is the graph's state, so that the same may succeed later.
    void write() {
        if (whole && written(() -> recorder.record(journalId, number, parts.element()))) {
            return;
        }
        whole = false;
        while (!parts.isEmpty()) {
            Map<CallMinute, CallSum> part = parts.element();
            if (written(() -> recorder.add(part))) {
                parts.remove();
            }
        }
        recorder.record(journalId, number, Map.of());
        if (setAside > 0) {
            LOG.error("{} edges and minutes of segment {} were set aside, as the graph refuses them", setAside, number);
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
            recorder.writer().verifyWrites(journalId);
            refuse(parts.remove(), e);
            return false;
        }
    }

    private void refuse(Map<CallMinute, CallSum> part, RuntimeException reason) {
        if (part.size() > 1) {
            halve(part);
            return;
        }
        part.forEach((minute, sum) -> {
            if (setAside++ == 0) {
                LOG.error("{} calls cannot be written and are set aside: {}", sum.calls(), minute, reason);
            }
            recorder.setAside(sum);
        });
    }

    private void halve(Map<CallMinute, CallSum> part) {
        Map<CallMinute, CallSum> first = new LinkedHashMap<>();
        Map<CallMinute, CallSum> second = new LinkedHashMap<>();
        part.forEach((minute, sum) -> (first.size() < part.size() / 2 ? first : second).put(minute, sum));
        parts.addFirst(second);
        parts.addFirst(first);
    }
}
