package dev.faultline.api.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/// The login of a browser: the admin token becomes a session cookie that scripts cannot read.
///
/// @param secure whether browsers reach the server by TLS, whatever it speaks itself
record LoginRoutes(Tokens tokens, Sessions sessions, boolean secure) implements RouteGroup {
    private static final long FORM_BYTES_MAX = 8 * 1024;
    private static final String HOME = "/graphiql";
    private static final Pattern LOCAL_PATH = Pattern.compile("(/[A-Za-z0-9_.-]+)+");

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/login", LoginRoutes::page).open(Access.PUBLIC), Route.post("/login", this::login).open(Access.PUBLIC),
                Route.get("/logout", this::logout).open(Access.PUBLIC), icon("/favicon.svg"), icon("/favicon.ico"));
    }

    /// The icon is asked for before anybody is logged in, by the second name where a page does not say the first.
    private static Route icon(String path) {
        return Route.get(path, context -> context.contentType("image/svg+xml").result(Page.bytes("favicon.svg"))).open(Access.PUBLIC);
    }

    private static void page(Context context) {
        show(context, "");
    }

    private static void show(Context context, String message) {
        context.html(Page.text("login.html").replace("{{message}}", message));
    }

    private void login(Context context) {
        String form = new String(RequestBody.bytes(context, FORM_BYTES_MAX), StandardCharsets.UTF_8);
        String token = field(form, "token").orElse("").strip();
        if (tokens.accessOf(token) != Access.ADMIN) {
            context.status(403);
            show(context, "That is not the admin token.");
            return;
        }
        context.cookie(cookie(sessions.open(), (int) sessions.ageMax().toSeconds(), context));
        String next = context.queryParam("next");
        context.redirect(next != null && LOCAL_PATH.matcher(next).matches() ? next : HOME, io.javalin.http.HttpStatus.SEE_OTHER);
    }

    private void logout(Context context) {
        context.cookie(cookie("", 0, context));
        context.redirect("/login", io.javalin.http.HttpStatus.SEE_OTHER);
    }

    private Cookie cookie(String value, int ageSecondsMax, Context context) {
        return new Cookie(Sessions.COOKIE, value, "/", ageSecondsMax, secure || "https".equals(context.scheme()), true, null,
                SameSite.STRICT);
    }

    private static Optional<String> field(String form, String name) {
        try {
            return java.util.Arrays.stream(form.split("&")).filter(part -> part.startsWith(name + "="))
                    .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8)).findFirst();
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest("the form is not URL-encoded, expected a field 'token'");
        }
    }
}
