package dev.faultline.collectors.otlp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.pair.CallIdentity;
import dev.faultline.collectors.otlp.pair.CallMinute;
import dev.faultline.collectors.otlp.pair.CallSum;
import dev.faultline.collectors.otlp.pair.Party;
import dev.faultline.collectors.otlp.pair.SpanCounts;
import dev.faultline.collectors.otlp.pair.SpanFate;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.journal.WrittenSegments;

/// Writes the calls of a segment: parties become CIs, calls become edges and windows. It serves one thread.
public final class CallRecorder implements SegmentSink<CallMinute, CallSum> {
    private final CallParties parties;
    private final CallWriter writer;
    private final SpanCounts counts;

    public CallRecorder(CallParties parties, CallWriter writer, SpanCounts counts) {
        this.parties = parties;
        this.writer = writer;
        this.counts = counts;
    }

    @Override
    public WrittenSegments segments() {
        return writer.segments();
    }

    @Override
    public boolean record(String journalId, long segment, Map<CallMinute, CallSum> sums) {
        Calls calls = calls(sums);
        boolean written = writer.write(journalId, segment, calls.edges.values(), List.copyOf(calls.windows.values()));
        counts.add(SpanFate.PARTY_REFUSED, calls.refused);
        return written;
    }

    @Override
    public void add(Map<CallMinute, CallSum> sums) {
        Calls calls = calls(sums);
        writer.add(calls.edges.values(), List.copyOf(calls.windows.values()));
        counts.add(SpanFate.PARTY_REFUSED, calls.refused);
    }

    @Override
    public void setAside(CallSum sum) {
        counts.add(SpanFate.SET_ASIDE, Math.round(sum.calls()));
    }

    private Calls calls(Map<CallMinute, CallSum> sums) {
        Map<String, Claim> claims = new HashMap<>();
        sums.keySet().forEach(minute -> collect(minute.call(), claims));
        Map<String, String> ciIds = claims.isEmpty() ? Map.of() : parties.ciIds(claims.values());
        Calls calls = new Calls();
        sums.forEach((minute, sum) -> calls.add(edge(minute.call(), ciIds), minute.minute(), sum));
        return calls;
    }

    private static void collect(CallIdentity call, Map<String, Claim> claims) {
        for (Party party : List.of(call.caller(), call.callee())) {
            Claim claim = PartyClaims.of(party);
            claims.put(claim.key(), claim);
            Claim environment = PartyClaims.environment(party);
            if (environment != null) {
                claims.put(environment.key(), environment);
            }
        }
        Claim instance = instance(call);
        if (instance != null) {
            claims.put(instance.key(), instance);
        }
    }

    private static @Nullable CallEdge edge(CallIdentity call, Map<String, String> ciIds) {
        String caller = ciIds.get(PartyClaims.of(call.caller()).key());
        String callee = ciIds.get(PartyClaims.of(call.callee()).key());
        Claim instanceClaim = instance(call);
        String instance = instanceClaim == null ? null : ciIds.get(instanceClaim.key());
        if (caller == null || callee == null) {
            return null;
        }
        String identity = String.join("\n", caller, callee, instance == null ? "" : instance, call.kind().name(), call.endpoint());
        return new CallEdge(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString(), caller, callee, instance,
                call.endpoint(), call.kind());
    }

    private static @Nullable Claim instance(CallIdentity call) {
        return call.instance() != null && call.callee() instanceof Party.OfService service
                ? PartyClaims.of(service, call.instance())
                : null;
    }

    /// Calls in the graph's words.
    private static final class Calls {
        private final Map<String, CallEdge> edges = new LinkedHashMap<>();
        private final Map<String, CallWindow> windows = new LinkedHashMap<>();
        private long refused;

        /// @param edge null where reconciliation takes an end of it for no CI
        void add(@Nullable CallEdge edge, long minute, CallSum sum) {
            if (edge == null) {
                refused += Math.round(sum.calls());
                return;
            }
            edges.put(edge.id(), edge);
            windows.merge(edge.id() + "/" + minute,
                    new CallWindow(edge.id(), minute, sum.calls(), sum.errors(), sum.latency(), sum.slices()), CallWindow::plus);
        }
    }
}
