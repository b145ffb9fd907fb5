package dev.faultline.api.demo.broker;

import java.io.IOException;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.broker.BrokerPlan.EndpointPlan;

/// Serves the endpoints of one service: a server span, a place among the workers, the work, an answer, and the counters.
final class EndpointHandler implements HttpHandler {
    private static final TextMapGetter<HttpExchange> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpExchange exchange) {
            return exchange.getRequestHeaders().keySet();
        }

        @Override
        public @Nullable String get(@Nullable HttpExchange exchange, String name) {
            return exchange == null ? null : exchange.getRequestHeaders().getFirst(name);
        }
    };

    private final List<EndpointPlan> endpoints;
    private final Work work;
    private final Telemetry telemetry;
    private final InstanceMetrics metrics;

    EndpointHandler(List<EndpointPlan> endpoints, Work work, Telemetry telemetry, InstanceMetrics metrics) {
        this.endpoints = endpoints;
        this.work = work;
        this.telemetry = telemetry;
        this.metrics = metrics;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            EndpointPlan endpoint = find(exchange.getRequestMethod(), path);
            if (endpoint == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(serve(exchange, endpoint, path), -1);
            }
        }
    }

    private @Nullable EndpointPlan find(String method, String path) {
        for (EndpointPlan endpoint : endpoints) {
            if (endpoint.method().equals(method) && path.startsWith(endpoint.pathPrefix())) {
                return endpoint;
            }
        }
        return null;
    }

    private int serve(HttpExchange exchange, EndpointPlan endpoint, String path) {
        long startNanos = System.nanoTime();
        Context parent = telemetry.propagator().extract(Context.root(), exchange, HEADERS);
        Span span = telemetry.tracer().spanBuilder(endpoint.route()).setParent(parent).setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", endpoint.method())
                .setAttribute("http.route", endpoint.route().substring(endpoint.route().indexOf(' ') + 1)).setAttribute("url.path", path)
                .startSpan();
        int status = 500;
        try (Scope _ = span.makeCurrent()) {
            status = work.perform(endpoint, path.substring(endpoint.pathPrefix().length()));
        } catch (RuntimeException e) {
            span.recordException(e);
            span.setAttribute("error.type", e.getClass().getName());
        } finally {
            span.setAttribute("http.response.status_code", (long) status);
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
            metrics.served((System.nanoTime() - startNanos) / 1e6, status >= 500);
        }
        return status;
    }
}
