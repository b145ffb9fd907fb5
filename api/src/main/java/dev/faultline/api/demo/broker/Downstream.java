package dev.faultline.api.demo.broker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import dev.faultline.api.demo.broker.BrokerPlan.PeerPlan;

/// Calls other services: instances in turn, a timeout for each attempt, and another attempt after a connection failure or timeout.
final class Downstream {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final int UNREACHABLE = 503;

    private final Peers peers;
    private final Telemetry telemetry;
    private final InstanceMetrics metrics;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();

    Downstream(Peers peers, Telemetry telemetry, InstanceMetrics metrics) {
        this.peers = peers;
        this.telemetry = telemetry;
        this.metrics = metrics;
    }

    /// Calls a route of a peer and returns the HTTP status, 503 where no attempt got an answer.
    int call(PeerPlan peer, String route, String key) {
        for (URI instance : peers.order(peer.service(), peer.attempts())) {
            int status = attempt(peer, instance, route, key);
            if (status != UNREACHABLE) {
                return status;
            }
        }
        return UNREACHABLE;
    }

    private int attempt(PeerPlan peer, URI instance, String route, String key) {
        String method = route.substring(0, route.indexOf(' '));
        URI target = instance.resolve(route.substring(route.indexOf(' ') + 1).replace("{key}", key));
        Span span = telemetry.tracer().spanBuilder(route).setSpanKind(SpanKind.CLIENT).setAttribute("http.request.method", method)
                .setAttribute("url.full", target.toString()).setAttribute("server.address", target.getHost())
                .setAttribute("server.port", (long) target.getPort()).setAttribute("peer.service", peer.service()).startSpan();
        long startNanos = System.nanoTime();
        int status = UNREACHABLE;
        try (Scope _ = span.makeCurrent()) {
            status = send(request(target, method, peer.timeoutMillis()));
            span.setAttribute("http.response.status_code", (long) status);
        } catch (IOException e) {
            span.recordException(e);
            span.setAttribute("error.type", e.getClass().getName());
        } finally {
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
            metrics.called(peer.service(), (System.nanoTime() - startNanos) / 1e6, status >= 500);
        }
        return status;
    }

    private HttpRequest request(URI target, String method, int timeoutMillis) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).method(method, BodyPublishers.noBody())
                .timeout(Duration.ofMillis(timeoutMillis));
        telemetry.propagator().inject(Context.current(), request, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.header(name, value);
            }
        });
        return request.build();
    }

    private int send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("call to " + request.uri() + " was interrupted", e);
        }
    }
}
