package dev.faultline.collectors.otlp.pair;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Instance;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.graph.call.CallKind;

/// Calls summed by edge and minute until somebody takes them.
final class CallSums {
    static final String OTHER_ENDPOINTS = "(other endpoints)";
    private static final String UNNAMED = "(unnamed)";
    private static final int CALLEES_REMEMBERED_MAX = 20_000;

    private final int endpointsMax;
    private final SpanCounts counts;
    private final Map<Party, Set<String>> endpoints = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Party, Set<String>> eldest) {
            return size() > CALLEES_REMEMBERED_MAX;
        }
    };
    private Map<CallMinute, CallSum> sums = new HashMap<>();

    CallSums(int endpointsMax, SpanCounts counts) {
        this.endpointsMax = endpointsMax;
        this.counts = counts;
    }

    /// Adds one span's worth of calls.
    ///
    /// @param timed the span whose start and duration are the call's
    /// @param error whether the call failed
    /// @param weight how many calls it stands for
    void add(Party caller, Party callee, @Nullable Instance instance, String endpoint, CallKind kind, Span timed, double durationMillis,
            boolean error, double weight) {
        CallIdentity call = new CallIdentity(caller, callee, instance, bounded(callee, endpoint.isBlank() ? UNNAMED : endpoint), kind);
        sums.computeIfAbsent(new CallMinute(call, timed.minute()), missing -> new CallSum()).add(timed.startEpochMillis(), durationMillis,
                error,
                weight);
    }

    int size() {
        return sums.size();
    }

    Map<CallMinute, CallSum> take() {
        Map<CallMinute, CallSum> taken = sums;
        sums = new HashMap<>();
        return taken;
    }

    private String bounded(Party callee, String endpoint) {
        Set<String> known = endpoints.computeIfAbsent(callee, missing -> new HashSet<>());
        if (known.contains(endpoint)) {
            return endpoint;
        }
        if (known.size() < endpointsMax) {
            known.add(endpoint);
            return endpoint;
        }
        counts.add(SpanFate.ENDPOINT_OVERFLOW);
        return OTHER_ENDPOINTS;
    }
}
