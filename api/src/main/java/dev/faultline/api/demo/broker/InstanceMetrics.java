package dev.faultline.api.demo.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What one instance counts of the requests it serves and of the calls it makes, in Prometheus' text format.
final class InstanceMetrics {
    static final String SERVED = "http_server_duration_ms";
    static final String CALLED = "http_client_duration_ms";

    private record Flow(LatencyHistogram latency, AtomicLong errors) {}

    private final String service;
    private final Flow served = new Flow(new LatencyHistogram(), new AtomicLong());
    private final Map<String, Flow> called = new ConcurrentHashMap<>();

    InstanceMetrics(String service) {
        this.service = service;
    }

    void served(double millis, boolean error) {
        count(served, millis, error);
    }

    void called(String peer, double millis, boolean error) {
        count(called.computeIfAbsent(peer, name -> new Flow(new LatencyHistogram(), new AtomicLong())), millis, error);
    }

    String render() {
        StringBuilder text = new StringBuilder(4096);
        render(text, SERVED, "service=\"" + service + "\"", served);
        called.forEach((peer, flow) -> render(text, CALLED, "service=\"" + service + "\",peer=\"" + peer + "\"", flow));
        return text.toString();
    }

    private static void count(Flow flow, double millis, boolean error) {
        flow.latency().record(millis);
        if (error) {
            flow.errors().incrementAndGet();
        }
    }

    private static void render(StringBuilder text, String metric, String labels, Flow flow) {
        flow.latency().render(text, metric, labels);
        text.append(metric).append("_errors_total{").append(labels).append("} ").append(flow.errors().get()).append('\n');
    }
}
