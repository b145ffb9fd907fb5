package dev.faultline.collectors.otlp.pair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanLink;

/// Spans that came before their parent, or before what they link to, by whom they wait for.
final class Seekers {
    private final Map<SpanLink, List<WaitingSpan>> bySought = new HashMap<>();

    void add(SpanLink sought, WaitingSpan seeker) {
        bySought.computeIfAbsent(sought, missing -> new ArrayList<>(1)).add(seeker);
    }

    /// Returns those that wait for this span, in the order of their arrival, and forgets them.
    List<WaitingSpan> takeAllOf(Span arrived) {
        List<WaitingSpan> found = bySought.isEmpty()
                ? null
                : bySought.remove(new SpanLink(arrived.traceHigh(), arrived.traceLow(), arrived.id()));
        return found == null ? List.of() : found;
    }

    void remove(SpanLink sought, WaitingSpan seeker) {
        List<WaitingSpan> seekers = bySought.get(sought);
        if (seekers != null && seekers.remove(seeker) && seekers.isEmpty()) {
            bySought.remove(sought);
        }
    }
}
