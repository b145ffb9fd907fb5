package dev.faultline.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.graph.GraphUnavailableException;

/// The one place where a failure becomes an answer.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final int RETRY_SECONDS = 5;

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(Rejection.class, Problems::rejected);
        routes.exception(InvalidInputException.class,
                (e, context) -> rejected(Rejection.badRequest(String.valueOf(e.getMessage())), context));
        routes.exception(GraphUnavailableException.class, Problems::graphIsAway);
        routes.exception(HttpResponseException.class, Problems::refusedByRouting);
        routes.exception(Exception.class, Problems::unexpected);
    }

    private static void rejected(Rejection rejection, Context context) {
        rejection.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", Long.toString(seconds)));
        if (rejection.status() == 408 || rejection.status() == 413) {
            context.header("Connection", "close");
        }
        if (rejection.status() == 401 && asksForPage(context)) {
            context.redirect("/login?next=" + context.path(), HttpStatus.SEE_OTHER);
            return;
        }
        Problem.of(rejection.status(), rejection.detail()).send(context);
    }

    private static void graphIsAway(GraphUnavailableException e, Context context) {
        LOG.warn("{} {} found the graph away: {}", context.method(), context.path(), e.getMessage());
        rejected(Rejection.unavailable("the graph does not answer for now; the same request may succeed later", RETRY_SECONDS), context);
    }

    private static boolean asksForPage(Context context) {
        String accept = context.header("Accept");
        return context.method().equals(HandlerType.GET) && accept != null && accept.contains("text/html");
    }

    private static void refusedByRouting(HttpResponseException e, Context context) {
        String detail = switch (e.getStatus()) {
            case 404 -> "there is nothing at " + context.path();
            case 405 -> context.method() + " is not allowed at " + context.path() + ", expected one of "
                    + e.getDetails().getOrDefault("availableMethods", "the documented methods");
            default -> String.valueOf(e.getMessage());
        };
        if (e instanceof MethodNotAllowedResponse) {
            context.header("Allow", e.getDetails().getOrDefault("availableMethods", ""));
        }
        Problem.of(e.getStatus(), detail).send(context);
    }

    private static void unexpected(Exception e, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), e);
        Problem.of(500, "Faultline failed to answer; its log has the cause under the request id " + RequestTrace.id(context)).send(context);
    }
}
