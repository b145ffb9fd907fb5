package dev.faultline.api.analyst;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Rejection;
import dev.faultline.graph.analyst.AnalystAnswer;
import dev.faultline.graph.analyst.AnalystLimits;
import dev.faultline.graph.analyst.AnalystQueries;
import dev.faultline.graph.analyst.AnalystQueryException;

/// Runs analysts' queries within the limits of the wire, a few at a time.
final class AnalystRunner {
    static final int ROWS_DEFAULT = 1_000;
    static final int ROWS_MAX = 10_000;
    static final int SECONDS_DEFAULT = 10;
    static final int SECONDS_MAX = 60;
    private static final int VALUES_MAX = 500_000;
    private static final int CHARACTERS_MAX = 8_000_000;
    private static final int AT_A_TIME_MAX = 4;
    private static final int RETRY_SECONDS = 2;

    private final AnalystQueries queries;
    private final Semaphore free = new Semaphore(AT_A_TIME_MAX);

    AnalystRunner(AnalystQueries queries) {
        this.queries = queries;
    }

    AnalystAnswer run(String cypher, Map<String, @Nullable Object> parameters, int rowsMax, int secondsMax) {
        if (!free.tryAcquire()) {
            throw Rejection.tooMany("more than " + AT_A_TIME_MAX + " queries of analysts run at a time, expected a retry", RETRY_SECONDS);
        }
        try {
            return queries.run(cypher, parameters, new AnalystLimits(rowsMax, VALUES_MAX, CHARACTERS_MAX, Duration.ofSeconds(secondsMax)));
        } catch (AnalystQueryException e) {
            throw rejected(e);
        } finally {
            free.release();
        }
    }

    private static Rejection rejected(AnalystQueryException e) {
        String sentence = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case INVALID -> Rejection.badRequest(sentence);
            case REFUSED -> Rejection.forbidden(sentence);
            case TOOK_TOO_LONG -> Rejection.timedOut(sentence);
            case TOOK_TOO_MUCH -> Rejection.unprocessable(sentence);
        };
    }
}
