package dev.faultline.api.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.fault.FaultKind;
import dev.faultline.api.http.Json;
import dev.faultline.api.http.Page;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;

/// The demo page and what it asks for; it answers 503 until the broker runs.
final class DemoRoutes implements RouteGroup {
    private static final long BODY_BYTES_MAX = 4 * 1024;
    private static final long RETRY_SECONDS = 2;

    private final AtomicReference<@Nullable Demo> demo = new AtomicReference<>();

    /// What to inject; null as target means the usual one.
    record FaultRequest(String kind, @Nullable String target) {}

    /// Shows a demo from now on.
    void show(Demo running) {
        demo.set(running);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/demo", context -> context.html(Page.text("demo.html"))),
                Route.get("/demo/demo.css", context -> context.contentType("text/css").result(Page.bytes("demo.css"))),
                Route.get("/demo/demo.js", context -> context.contentType("text/javascript").result(Page.bytes("demo.js"))),
                Route.get("/demo/map.js", context -> context.contentType("text/javascript").result(Page.bytes("demo-map.js"))),
                Route.get("/demo/state", context -> context.json(DemoView.of(running()))), Route.post("/demo/fault", this::inject),
                Route.post("/demo/recover", this::recover));
    }

    private void inject(Context context) {
        FaultRequest request = Json.read(context, BODY_BYTES_MAX, FaultRequest.class);
        try {
            running().session().inject(FaultKind.named(request.kind()), request.target());
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(Optional.ofNullable(e.getMessage()).orElse("the fault cannot be injected"));
        }
        context.status(HttpStatus.NO_CONTENT);
    }

    private void recover(Context context) {
        running().session().recover();
        context.status(HttpStatus.NO_CONTENT);
    }

    private Demo running() {
        Demo running = demo.get();
        if (running == null) {
            throw Rejection.unavailable("the broker of the demo is starting", RETRY_SECONDS);
        }
        return running;
    }
}
