package dev.faultline.api.http;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Follows a request from first to last: its id in every log line and in the answer, its time in the metrics.
final class RequestTrace {
    private static final Logger LOG = LoggerFactory.getLogger(RequestTrace.class);
    private static final String HEADER = "X-Request-Id";
    private static final String ID = "requestId";
    private static final String STARTED = "faultline.started";
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final MeterRegistry meters;

    RequestTrace(MeterRegistry meters) {
        this.meters = meters;
    }

    void begin(Context context) {
        String sent = context.header(HEADER);
        String id = sent != null && SAFE_ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
        context.attribute(ID, id);
        context.attribute(STARTED, System.nanoTime());
        MDC.put(ID, id);
        context.header(HEADER, id);
    }

    void end(Context context) {
        Long started = context.attribute(STARTED);
        long nanos = started == null ? 0 : System.nanoTime() - started;
        Timer.builder("faultline.http.requests").description("Time from the head of a request to its answer")
                .tag("method", context.method().name()).tag("route", route(context)).tag("status", Integer.toString(context.statusCode()))
                .register(meters).record(nanos, TimeUnit.NANOSECONDS);
        LOG.debug("{} {} answered {} in {} ms", context.method(), context.path(), context.statusCode(), nanos / 1_000_000);
        MDC.remove(ID);
    }

    static String id(Context context) {
        String id = context.attribute(ID);
        return id == null ? "none" : id;
    }

    /// The route's pattern; paths that no route has share one name, so that callers cannot make metrics grow.
    private static String route(Context context) {
        var matched = context.endpoints().lastHttpEndpoint();
        return matched == null ? "none" : matched.path;
    }
}
