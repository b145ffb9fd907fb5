package dev.faultline.api.http;

import java.util.List;
import java.util.Optional;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.ApiException;
import dev.faultline.api.settings.PublicUrl;

/// The HTTP server: every route of every concept behind one guard, until it is closed.
///
/// Closing refuses new requests and lets those that run come to their end within the limit.
public final class HttpServer implements AutoCloseable {
    private static final int THREADS_MIN = 8;
    private static final int HEADER_BYTES_MAX = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Javalin javalin;
    private final List<Route> routes;

    private HttpServer(Javalin javalin, List<Route> routes) {
        this.javalin = javalin;
        this.routes = routes;
    }

    /// Where a server listens.
    ///
    /// @param port 0 for any free one
    /// @param allowedHosts names besides its own by which it may be called
    /// @param publicUrl where browsers reach it, if that is elsewhere
    public record Address(String host, int port, List<String> allowedHosts, Optional<PublicUrl> publicUrl) {}

    /// Who may call, and how long a browser stays logged in.
    public record Security(Tokens tokens, java.time.Duration sessionAgeMax, java.time.Clock clock) {}

    /// Starts listening.
    ///
    /// @throws ApiException where the address is taken or not this machine's
    public static HttpServer start(Address address, Security security, HttpLimits limits, List<RouteGroup> groups, MeterRegistry meters) {
        Sessions sessions = new Sessions(security.tokens().admin(), security.sessionAgeMax(), security.clock());
        List<Route> routes = java.util.stream.Stream
                .concat(new LoginRoutes(security.tokens(), sessions, address.publicUrl().filter(PublicUrl::isSecure).isPresent()).routes()
                        .stream(),
                        groups.stream().flatMap(group -> group.routes().stream()))
                .toList();
        Guard guard = new Guard(security.tokens(), sessions, address, routes);
        RequestTrace trace = new RequestTrace(meters);
        Javalin javalin = Javalin.create(config -> {
            configure(config, address, limits);
            register(config.routes, routes, guard, trace, limits);
        });
        return listen(javalin, routes, address);
    }

    private static HttpServer listen(Javalin javalin, List<Route> routes, Address address) {
        try {
            return new HttpServer(javalin.start(), routes);
        } catch (JavalinBindException e) {
            throw new ApiException("port " + address.port() + " of " + address.host()
                    + " is taken or not ours to use, expected a free one; another is set with http.port", e);
        } catch (RuntimeException e) {
            throw new ApiException("the server cannot listen on " + address.host() + ":" + address.port() + ": " + e.getMessage(), e);
        }
    }

    /// The port that it listens on.
    public int port() {
        return javalin.port();
    }

    /// Everything that it answers.
    public List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("requests still ran when the time to stop was over; they were cut off");
        }
    }

    private static void register(RoutesConfig config, List<Route> routes, Guard guard, RequestTrace trace, HttpLimits limits) {
        config.before(context -> {
            trace.begin(context);
            secure(context);
            RequestBody.limitTime(context, limits.bodyTimeMax());
            guard.before(context);
        });
        for (Route route : routes) {
            config.addEndpoint(new Endpoint(route.method(), route.path(), context -> {
                Guard.check(context, route.access());
                route.handler().handle(context);
            }));
        }
        config.after(trace::end);
        Problems.register(config);
    }

    private static void secure(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
        context.header("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    }

    private static void configure(JavalinConfig config, Address address, HttpLimits limits) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jsonMapper(Json.forJavalin());
        config.jetty.host = address.host();
        config.jetty.port = address.port();
        config.jetty.threadPool = new QueuedThreadPool(limits.threadsMax(), Math.min(THREADS_MIN, limits.threadsMax()));
        config.jetty.modifyServer(server -> prepare(server, limits));
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new JettyProblems()));
        config.jetty.modifyHttpConfiguration(http -> prepare(http, limits));
    }

    private static void prepare(Server server, HttpLimits limits) {
        server.setStopTimeout(limits.stopTimeMax().toMillis());
        SlowHeads heads = new SlowHeads(limits.idleMax());
        heads.setHandler(new GracefulHandler());
        server.setHandler(heads);
        server.setErrorHandler(new JettyProblems());
        server.addBean(new NetworkConnectionLimit(limits.connectionsMax(), server));
    }

    private static void prepare(HttpConfiguration http, HttpLimits limits) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setIdleTimeout(limits.idleMax().toMillis());
    }
}
