package dev.faultline.api.openapi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static dev.faultline.api.openapi.Call.get;
import static dev.faultline.api.openapi.Call.post;

/// Requests about silences and maintenance windows, right ones and wrong ones.
final class SuppressionCalls {
    private static final String SILENCES = "/api/v1/silences";
    private static final String SILENCE = "/api/v1/silences/{id}";
    private static final String SILENCE_END = "/api/v1/silences/{id}/end";
    private static final String MAINTENANCE = "/api/v1/maintenance";
    private static final String WINDOW = "/api/v1/maintenance/{id}";
    private static final String WINDOW_END = "/api/v1/maintenance/{id}/end";
    private static final String MATCHER = "{\"name\": \"service\", \"value\": \"nowhere\"}";

    private SuppressionCalls() {}

    static List<Call> right(Instant alarm) {
        Instant until = alarm.plus(Duration.ofHours(2));
        return List.of(post(SILENCES, silence(MATCHER, until), 200),
                post(SILENCES,
                        silence(MATCHER + ", {\"name\": \"zone\", \"value\": \"a.*\", \"isRegex\": true, \"isEqual\": false}", until), 200),
                get(SILENCES, 200), get(SILENCES, SILENCES + "?state=active&limit=1", 200), get(SILENCES, SILENCES + "?state=EXPIRED", 200),
                get(SILENCE, SILENCES + "/" + Call.SILENCE, 200),
                post(SILENCE_END, SILENCES + "/" + Call.SILENCE + "/end", "{\"by\": \"bob\", \"reason\": \"solved\"}", 200),
                post(SILENCE_END, SILENCES + "/" + Call.SILENCE + "/end", "{\"by\": \"bob\"}", 200),
                post(MAINTENANCE, window("[\"catalog\"], \"deploymentId\": \"r-1\"", until), 200),
                post(MAINTENANCE, window("[\"shop\", \"web\"], \"from\": \"" + until.minusSeconds(9) + "\"", until), 200),
                get(MAINTENANCE, 200), get(MAINTENANCE, MAINTENANCE + "?state=pending", 200),
                get(WINDOW, MAINTENANCE + "/" + Call.MAINTENANCE, 200),
                post(WINDOW_END, MAINTENANCE + "/" + Call.MAINTENANCE + "/end", "{\"by\": \"bob\", \"reason\": null}", 200));
    }

    static List<Call> wrong(Instant alarm) {
        Instant until = alarm.plus(Duration.ofHours(2));
        return List.of(post(SILENCES, silence("", until), 400), post(SILENCES, silence(MATCHER, alarm.minusSeconds(9)), 400),
                post(SILENCES, silence(MATCHER, alarm.plus(Duration.ofDays(99))), 400), post(SILENCES, "[]", 400), post(SILENCES, "", 400),
                get(SILENCES, SILENCES + "?state=quiet", 400), get(SILENCES, SILENCES + "?after=zzz", 400),
                get(SILENCE, SILENCES + "/none", 404),
                get(SILENCE, SILENCES + "/" + Call.MAINTENANCE, 404), post(SILENCE_END, SILENCES + "/none/end", "{\"by\": \"bob\"}", 404),
                post(SILENCE_END, SILENCES + "/" + Call.SILENCE + "/end", "{}", 400), post(MAINTENANCE, window("[]", until), 400),
                post(MAINTENANCE, window("[\"nobody-knows-this-one\"]", until), 422),
                post(MAINTENANCE, window("[\"web\"], \"deploymentId\": \"r-0\"", until), 422), get(WINDOW, MAINTENANCE + "/none", 404),
                get(MAINTENANCE, MAINTENANCE + "?limit=501", 400), post(WINDOW_END, MAINTENANCE + "/none/end", "{\"by\": \"bob\"}", 404));
    }

    private static String silence(String matchers, Instant until) {
        return """
                {"matchers": [%s], "until": "%s", "by": "ann", "reason": "known"}""".formatted(matchers, until);
    }

    private static String window(String ciIds, Instant until) {
        return """
                {"ciIds": %s, "until": "%s", "by": "ann", "reason": "new kernel"}""".formatted(ciIds, until);
    }
}
