package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanLink;

/// Remembered spans by trace and span id: a hash table with linear probing, which keeps no object of its own for a span.
///
/// The hashes stand beside the spans, so that a probe looks at a span only where it is the one. Finding, adding and removing cost
/// O(1) at a load of at most one half.
final class SpanIndex {
    private static final int EMPTY = 0;

    private long[] hashes = new long[1 << 12];
    private @Nullable WaitingSpan[] table = new @Nullable WaitingSpan[hashes.length];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    WaitingSpan find(long traceHigh, long traceLow, long id) {
        return table[slot(stored(SpanLink.hash(traceHigh, traceLow, id)), traceHigh, traceLow, id)];
    }

    /// Adds the span unless one with its ids is there; says whether it did.
    boolean add(WaitingSpan waiting) {
        Span span = waiting.span;
        long hash = stored(waiting.hash);
        int slot = slot(hash, span.traceHigh(), span.traceLow(), span.id());
        if (table[slot] != null) {
            return false;
        }
        hashes[slot] = hash;
        table[slot] = waiting;
        if (++size * 2 > table.length) {
            grow();
        }
        return true;
    }

    /// Removes the span and moves those up that its slot had pushed away.
    void remove(WaitingSpan waiting) {
        int mask = table.length - 1;
        int free = home(stored(waiting.hash));
        while (table[free] != waiting) {
            if (hashes[free] == EMPTY) {
                return;
            }
            free = (free + 1) & mask;
        }
        size--;
        clear(free);
        for (int slot = (free + 1) & mask; hashes[slot] != EMPTY; slot = (slot + 1) & mask) {
            if (((slot - home(hashes[slot])) & mask) >= ((slot - free) & mask)) {
                hashes[free] = hashes[slot];
                table[free] = table[slot];
                clear(slot);
                free = slot;
            }
        }
    }

    private void clear(int slot) {
        hashes[slot] = EMPTY;
        table[slot] = null;
    }

    /// The slot where the span is, or else where it would go.
    private int slot(long hash, long traceHigh, long traceLow, long id) {
        int slot = home(hash);
        while (hashes[slot] != EMPTY && !(hashes[slot] == hash && has(slot, traceHigh, traceLow, id))) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    private boolean has(int slot, long traceHigh, long traceLow, long id) {
        WaitingSpan there = table[slot];
        return there != null && there.span.id() == id && there.span.traceLow() == traceLow && there.span.traceHigh() == traceHigh;
    }

    /// Never that of an empty slot.
    private static long stored(long hash) {
        return hash == EMPTY ? 1 : hash;
    }

    private int home(long hash) {
        return (int) (hash >>> Integer.SIZE) & (hashes.length - 1);
    }

    private void grow() {
        @Nullable
        WaitingSpan[] old = table;
        long[] oldHashes = hashes;
        table = new @Nullable WaitingSpan[old.length * 2];
        hashes = new long[table.length];
        for (int i = 0; i < old.length; i++) {
            WaitingSpan waiting = old[i];
            if (waiting != null) {
                int slot = home(oldHashes[i]);
                while (hashes[slot] != EMPTY) {
                    slot = (slot + 1) & (hashes.length - 1);
                }
                hashes[slot] = oldHashes[i];
                table[slot] = waiting;
            }
        }
    }
}
