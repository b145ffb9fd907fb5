package dev.faultline.api.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.faultline.api.http.Rejection;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.feedback.Feedback;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.incident.RankingVersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedbackReadingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void theFirstCauseIsMeantWhereNoneIsNamed() {
        Feedback feedback = read("{\"verdict\": \"CONFIRMED\", \"by\": \" ann \"}", ranking(false));

        assertThat(feedback.ciId()).isEqualTo("db");
        assertThat(feedback.place()).isEqualTo(1);
        assertThat(feedback.actualPlace()).isEqualTo(1);
        assertThat(feedback.confidence()).isEqualTo(0.9);
        assertThat(feedback.by()).isEqualTo("ann");
    }

    @Test
    void thePlaceOfTheRealCauseIsFound() {
        assertThat(actualPlace("\"actualCiId\": \"shop\"")).isEqualTo(2);
        assertThat(actualPlace("\"actualCiId\": \"elsewhere\"")).isEqualTo(0);
        assertThat(actualPlace("\"actual\": \"a cable\"")).isNull();
    }

    @Test
    void anUnknownAnswerCanBeWrongAndNotConfirmed() {
        Feedback feedback = read("{\"verdict\": \"WRONG\", \"actualCiId\": \"shop\", \"by\": \"ann\"}", ranking(true));

        assertThat(feedback.ciId()).isNull();
        assertThat(feedback.actualPlace()).isEqualTo(2);
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> read("{\"verdict\": \"CONFIRMED\", \"by\": \"ann\"}", ranking(true)))
                .withMessageContaining("ciId is missing");
    }

    @Test
    void theSameWordsHaveTheSameId() {
        String words = "{\"verdict\": \"WRONG\", \"by\": \"ann\", \"reason\": \"x\"}";

        assertThat(read(words, ranking(false)).id()).isEqualTo(read(words, ranking(false)).id());
        assertThat(read(words.replace("ann", "bob"), ranking(false)).id()).isNotEqualTo(read(words, ranking(false)).id());
    }

    @Test
    void whatIsWrongIsToldByItsField() {
        assertRefused("{\"by\": \"ann\"}", "verdict is missing");
        assertRefused("{\"verdict\": \"CONFIRMED\", \"by\": \"ann\", \"actual\": \"a cable\"}", "actual is");
        assertRefused("{\"verdict\": \"WRONG\", \"by\": \"ann\", \"ciId\": \"nobody\"}", "ciId is 'nobody'");
        assertRefused("{\"verdict\": \"WRONG\", \"by\": \"ann\", \"actualCiId\": \"db\"}", "actualCiId is 'db'");
        assertRefused("{\"verdict\": \"WRONG\", \"by\": \"ann\", \"rankingVersion\": 0}", "rankingVersion is 0");
        assertRefused("{\"verdict\": \"WRONG\", \"by\": \"ann\", \"cause\": 1}", "cause");
    }

    @Test
    void placesAreCountedInFewClasses() {
        assertThat(List.of(FeedbackMeters.place(null), FeedbackMeters.place(0), FeedbackMeters.place(3), FeedbackMeters.place(4),
                FeedbackMeters.place(11))).containsExactly("untold", "none", "3", "4-10", "later");
    }

    private static void assertRefused(String body, String part) {
        assertThatExceptionOfType(Rejection.class).as(body).isThrownBy(() -> read(body, ranking(false))).withMessageContaining(part);
    }

    private static @Nullable Integer actualPlace(String actual) {
        return read("{\"verdict\": \"WRONG\", \"by\": \"ann\", " + actual + "}", ranking(false)).actualPlace();
    }

    private static Feedback read(String body, RankingVersion ranking) {
        return FeedbackReading.of(FeedbackRequest.parse(body.getBytes(StandardCharsets.UTF_8)), ranking, NOON);
    }

    private static RankingVersion ranking(boolean unknown) {
        List<Cause> causes = List.of(cause(1, "db", 0.9), cause(2, "shop", 0.1));
        return new RankingVersion("i", 4, new Ranking(NOON, "1", unknown, "", causes),
                new RankingBasis(NOON, NOON, new TimeWindow(NOON, NOON.plusSeconds(1)), List.of(), 1, List.of(), List.of()));
    }

    private static Cause cause(int rank, String ciId, double confidence) {
        return new Cause(rank, ciId, CauseKind.LATENCY, 1, confidence, null, List.of(), List.of(), List.of(), List.of());
    }
}
