package dev.faultline.collectors.otlp.span;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The spans of one request.
///
/// @param spans those taken
/// @param rejected number of those not taken, by reason
/// @param losses number of spans that were taken with a loss, by what was lost
public record SpanBatch(List<Span> spans, Map<RejectReason, Integer> rejected, Map<Loss, Integer> losses) {

    /// What a span can lose when it is read.
    public enum Loss {
        NAME_CUT, LINKS_DROPPED, WEIGHT_CAPPED, NEGATIVE_DURATION
    }

    public int rejectedCount() {
        return rejected.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// One sentence on what was not taken and why, empty where all was taken.
    public String rejectedSentence() {
        return rejected.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " spans whose " + entry.getKey().sentence())
                .collect(Collectors.joining("; "));
    }
}
