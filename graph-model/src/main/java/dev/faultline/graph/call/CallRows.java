package dev.faultline.graph.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Call edges and windows as rows of queries.
final class CallRows {
    private CallRows() {}

    static CallEdge edge(Record row) {
        Value edge = row.get("edge");
        Value instance = edge.get("calleeInstanceId");
        return new CallEdge(edge.get("id").asString(), edge.get("callerId").asString(), edge.get("calleeId").asString(),
                instance.isNull() ? null : instance.asString(), edge.get("endpoint").asString(),
                CallKind.valueOf(edge.get("kind").asString()));
    }

    static CallWindow window(Record row) {
        double calls = row.get("calls").asDouble();
        double errors = row.get("errors").asDouble();
        LatencySketch latency = LatencySketch.ofBytes(row.get("latency").asByteArray());
        return new CallWindow(row.get("edgeId").asString(), row.get("minute").asLong(), calls, errors, latency,
                slices(row, calls, errors, latency.meanMillis()));
    }

    static SlicedMinute slicedMinute(Record row) {
        return new SlicedMinute(row.get("edgeId").asString(), row.get("minute").asLong(),
                slices(row, row.get("calls").asDouble(), row.get("errors").asDouble(), row.get("meanMillis").asDouble(Double.NaN)));
    }

    private static CallSlices slices(Record row, double calls, double errors, double meanMillis) {
        if (row.get("sliceCalls").isNull()) {
            return CallSlices.even(calls, errors, meanMillis);
        }
        return CallSlices.of(row.get("sliceCalls").asList(Value::asDouble), row.get("sliceErrors").asList(Value::asDouble, List.of()),
                row.get("sliceMillis").asList(Value::asDouble));
    }

    static Map<String, @Nullable Object> row(CallEdge edge, long lastSeenMinute) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", edge.id());
        row.put("callerId", edge.callerId());
        row.put("calleeId", edge.calleeId());
        row.put("calleeInstanceId", edge.calleeInstanceId());
        row.put("endpoint", edge.endpoint());
        row.put("kind", edge.kind().name());
        row.put("lastSeenMinute", lastSeenMinute);
        return row;
    }

    /// Without errors there are no slices of errors. Mean and quantiles are for those who read the graph without a decoder of sketches.
    static Map<String, Object> row(CallWindow window) {
        LatencySketch latency = window.latency();
        Map<String, Object> row = new HashMap<>(Map.of("edgeId", window.edgeId(), "minute", window.minute(), "calls", window.calls(),
                "errors", window.errors(), "latency", latency.bytes(), "meanMillis", latency.meanMillis(),
                "p50Millis", latency.quantileMillis(0.5), "p99Millis", latency.quantileMillis(0.99),
                "sliceCalls", window.slices().calls(), "sliceMillis", window.slices().millis()));
        if (window.errors() > 0) {
            row.put("sliceErrors", window.slices().errors());
        }
        return row;
    }
}
