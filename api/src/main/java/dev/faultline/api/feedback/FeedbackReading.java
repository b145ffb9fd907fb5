package dev.faultline.api.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Rejection;
import dev.faultline.graph.feedback.Feedback;
import dev.faultline.graph.feedback.Verdict;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.RankingVersion;

/// Reads what a person says against the ranking that it is about: which cause is meant, and in which place the real one was.
final class FeedbackReading {
    private static final int NOT_NAMED = 0;

    private FeedbackReading() {}

    /// @throws Rejection where the ranking names no such cause
    static Feedback of(FeedbackRequest request, RankingVersion ranking, Instant now) {
        Cause judged = judged(request, ranking);
        String ciId = judged == null ? null : judged.ciId();
        if (request.verdict() == Verdict.WRONG && ciId != null && ciId.equals(request.actualCiId())) {
            throw Rejection.unprocessable("actualCiId is '" + ciId + "', the cause that is said to be wrong, expected another CI");
        }
        String actualCiId = request.verdict() == Verdict.CONFIRMED ? ciId : request.actualCiId();
        Integer actualPlace = actualCiId == null ? null : named(ranking, actualCiId).map(Cause::rank).orElse(NOT_NAMED);
        return new Feedback(id(request, ranking, ciId), ranking.incidentId(), ranking.version(), request.verdict(), ciId,
                judged == null ? null : judged.rank(), judged == null ? 0 : judged.confidence(), actualCiId, request.actual(), actualPlace,
                request.by(), request.reason(), now);
    }

    /// The cause that is meant; null where the ranking named none and the person says that this is wrong.
    private static @Nullable Cause judged(FeedbackRequest request, RankingVersion ranking) {
        if (request.ciId() != null) {
            return named(ranking, request.ciId()).orElseThrow(() -> Rejection.unprocessable("ciId is '" + request.ciId()
                    + "', expected a cause that version " + ranking.version() + " of the ranking names"));
        }
        if (request.verdict() == Verdict.CONFIRMED && ranking.ranking().top().isEmpty()) {
            throw Rejection.unprocessable("ciId is missing, expected the cause that is confirmed, as version " + ranking.version()
                    + " of the ranking is unknown");
        }
        return ranking.ranking().top().orElse(null);
    }

    private static Optional<Cause> named(RankingVersion ranking, String ciId) {
        return ranking.ranking().causes().stream().filter(cause -> cause.ciId().equals(ciId)).findFirst();
    }

    /// The same words of the same person about the same ranking are the same feedback, however often they are sent.
    private static String id(FeedbackRequest request, RankingVersion ranking, @Nullable String ciId) {
        String said = String.join("\n", List.of(ranking.incidentId(), "" + ranking.version(), request.verdict().name(), "" + ciId,
                "" + request.actualCiId(), "" + request.actual(), request.by(), request.reason()));
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
