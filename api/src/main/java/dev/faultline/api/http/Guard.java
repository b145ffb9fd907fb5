package dev.faultline.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.settings.PublicUrl;

/// Decides before every route whether the request may pass: host, then token or session, then access.
final class Guard {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final Set<Access> OPEN = Set.of(Access.PUBLIC, Access.SENDER);
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Tokens tokens;
    private final Sessions sessions;
    private final List<String> hosts;
    private final List<Route> open;
    private final Optional<String> publicOrigin;

    Guard(Tokens tokens, Sessions sessions, HttpServer.Address address, List<Route> routes) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.hosts = hosts(address);
        this.publicOrigin = address.publicUrl().map(PublicUrl::origin);
        this.open = routes.stream().filter(route -> OPEN.contains(route.access())).toList();
    }

    /// Checks a request of whatever path; what is unknown without a token is not told from what exists.
    void before(Context context) {
        checkHost(context.header("Host"));
        Access caller = caller(context);
        caller.keep(context);
        boolean isOpen = open.stream().anyMatch(route -> route.method().equals(context.method()) && route.matches(context.path()));
        if (caller == Access.PUBLIC && !isOpen) {
            context.header("WWW-Authenticate", "Bearer realm=\"faultline\"");
            throw Rejection
                    .unauthorized("the request has no valid token, expected the header 'Authorization: Bearer TOKEN' or a login at /login");
        }
    }

    /// Checks that the caller's access covers the route's.
    static void check(Context context, Access required) {
        Access caller = Access.of(context);
        if (required != Access.SENDER && !caller.covers(required)) {
            throw Rejection.forbidden("the " + caller.name().toLowerCase(Locale.ROOT) + " token does not open " + context.path()
                    + ", expected the " + required.name().toLowerCase(Locale.ROOT) + " token");
        }
    }

    private Access caller(Context context) {
        String header = context.header("Authorization");
        if (header != null) {
            return token(header).map(tokens::accessOf).orElse(Access.PUBLIC);
        }
        String session = context.cookie(Sessions.COOKIE);
        if (session == null || !sessions.valid(session)) {
            return Access.PUBLIC;
        }
        if (!SAFE_METHODS.contains(context.req().getMethod()) && !sameOrigin(context)) {
            throw Rejection.forbidden("the request was sent by a page of another origin, expected one of Faultline's own pages");
        }
        return Access.ADMIN;
    }

    /// The token of a header; also as the password of whatever user, as some senders can do no other.
    private static Optional<String> token(String header) {
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (!scheme.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Cookies ignore ports: another program's page on this host would otherwise act with the session.
    private boolean sameOrigin(Context context) {
        String origin = context.header("Origin");
        return origin != null
                && (origin.equals(context.scheme() + "://" + context.header("Host")) || publicOrigin.filter(origin::equals).isPresent());
    }

    private void checkHost(@Nullable String header) {
        if (header == null || !hosts.contains(withoutPort(header).toLowerCase(Locale.ROOT))) {
            throw Rejection.misdirected("Host is " + (header == null ? "missing" : "'" + header + "'")
                    + ", expected this server's own name or one of http.allowed-hosts");
        }
    }

    /// The names under which a server that listens on an address is called.
    private static List<String> hosts(HttpServer.Address address) {
        List<String> announced = address.publicUrl().map(PublicUrl::host).stream().toList();
        return Stream.of(LOOPBACK, List.of(address.host()), address.allowedHosts(), announced).flatMap(List::stream)
                .map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
    }
}
