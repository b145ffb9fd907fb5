package dev.faultline.api.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LoginIT {
    private static final RunningServer SERVER = RunningServer.of(Route.get("/page", context -> context.result("seen")),
            Route.post("/page", context -> context.result("written")));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theAdminTokenOpensASessionThatScriptsAndOtherSitesCannotUse() {
        HttpResponse<String> answer = login("/login?next=/page", RunningServer.TOKENS.admin());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/page");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(RunningServer.TOKENS.admin());
        assertThat(SERVER.send(SERVER.bare("/page").header("Cookie", cookie.substring(0, cookie.indexOf(';')))).body()).isEqualTo("seen");
    }

    @Test
    void aWrongTokenOpensNothing() {
        HttpResponse<String> answer = login("/login", RunningServer.TOKENS.ingest());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aBrowserBehindAProxyThatEndsTlsMayDoWhatItLoggedInFor() {
        String cookie = login("/login", RunningServer.TOKENS.admin()).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("Secure");
        assertThat(write("https://faultline.example", cookie)).isEqualTo(200);
        assertThat(write("https://faultline.example.evil", cookie)).isEqualTo(403);
        assertThat(write("http://faultline.example", cookie)).isEqualTo(403);
    }

    @Test
    void theIconNeedsNoToken() {
        HttpResponse<String> answer = SERVER.send(SERVER.bare("/favicon.svg"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(SERVER.send(SERVER.bare("/login")).body()).contains("/favicon.svg", "prefers-color-scheme: dark");
    }

    private static int write(String origin, String cookie) {
        return SERVER.send(SERVER.bare("/page").header("Origin", origin).header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .POST(HttpRequest.BodyPublishers.noBody())).statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/%5Cevil.example", "/page//evil.example"})
    void aLoginNeverLeadsToAnotherSite(String next) {
        HttpResponse<String> answer = login("/login?next=" + next, RunningServer.TOKENS.admin());
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
    }

    private static HttpResponse<String> login(String path, String token) {
        return SERVER.send(SERVER.bare(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token)));
    }
}
