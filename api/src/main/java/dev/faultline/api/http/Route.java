package dev.faultline.api.http;

import java.util.stream.IntStream;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/// One method and path, who may call it, and what answers.
///
/// Handlers read bodies with [RequestBody], and refuse what is wrong by throwing a [Rejection].
///
/// @param path in Javalin's form, such as `/api/v1/incidents/{id}`
public record Route(HandlerType method, String path, Access access, Handler handler) {

    /// A route that reads; the admin token opens it.
    public static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, Access.ADMIN, handler);
    }

    /// A route that takes a body; the admin token opens it.
    public static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, Access.ADMIN, handler);
    }

    /// Whether a path is one of this route.
    boolean matches(String asked) {
        String[] own = path.split("/", -1);
        String[] other = asked.split("/", -1);
        return own.length == other.length
                && IntStream.range(0, own.length).allMatch(i -> own[i].equals(other[i]) || (own[i].startsWith("{") && !other[i].isEmpty()));
    }

    /// The same route for other callers.
    public Route open(Access other) {
        return new Route(method, path, other, handler);
    }
}
