package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Span;

/// Remembered spans by trace and span id: a hash table with linear probing, which keeps no object of its own for a span.
///
/// Finding, adding and removing cost O(1) at a load of at most one half.
final class SpanIndex {
    private @Nullable WaitingSpan[] table = new @Nullable WaitingSpan[1 << 12];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    WaitingSpan find(long traceHigh, long traceLow, long id) {
        return table[slot(traceHigh, traceLow, id)];
    }

    /// Adds the span unless one with its ids is there; says whether it did.
    boolean add(WaitingSpan waiting) {
        int slot = slot(waiting.span);
        if (table[slot] != null) {
            return false;
        }
        table[slot] = waiting;
        if (++size * 2 > table.length) {
            grow();
        }
        return true;
    }

    /// Removes the span and moves those up that its slot had pushed away.
    void remove(WaitingSpan waiting) {
        int free = slot(waiting.span);
        if (table[free] == null) {
            return;
        }
        size--;
        table[free] = null;
        int mask = table.length - 1;
        for (int slot = (free + 1) & mask;; slot = (slot + 1) & mask) {
            WaitingSpan next = table[slot];
            if (next == null) {
                return;
            }
            int home = home(next.span.traceHigh(), next.span.traceLow(), next.span.id());
            if (((slot - home) & mask) >= ((slot - free) & mask)) {
                table[free] = next;
                table[slot] = null;
                free = slot;
            }
        }
    }

    private int slot(Span span) {
        return slot(span.traceHigh(), span.traceLow(), span.id());
    }

    private int slot(long traceHigh, long traceLow, long id) {
        int slot = home(traceHigh, traceLow, id);
        for (WaitingSpan there = table[slot]; there != null; there = table[slot]) {
            Span span = there.span;
            if (span.id() == id && span.traceLow() == traceLow && span.traceHigh() == traceHigh) {
                return slot;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private int home(long traceHigh, long traceLow, long id) {
        long hash = (id * 31 + traceLow * 17 + traceHigh) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) & (table.length - 1);
    }

    private void grow() {
        @Nullable
        WaitingSpan[] old = table;
        table = new @Nullable WaitingSpan[old.length * 2];
        for (WaitingSpan waiting : old) {
            if (waiting != null) {
                table[slot(waiting.span)] = waiting;
            }
        }
    }
}
