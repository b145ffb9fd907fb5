package dev.faultline.api.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Json;
import dev.faultline.api.outgoing.OutgoingEvents.Stored;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.outbox.OutgoingNotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class OutgoingEventsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final OutgoingEvents EVENTS = new OutgoingEvents(new IncidentLink("https://faultline.example"));

    @Test
    void anIncidentThatOpensRankedIsToldAsBoth() {
        List<OutgoingNotice> notices = events(new Stored(incident(null), false, List.of(), null, version(1, "db")));

        assertThat(notices).extracting(OutgoingNotice::event).containsExactly("incident.opened", "incident.ranked");
        JsonNode body = Json.MAPPER.readTree(notices.getLast().body());
        assertThat(body.at("/ranking/cause/ciName").asString()).isEqualTo("name of db");
        assertThat(body.at("/incident/link").asString()).isEqualTo("https://faultline.example/api/v1/incidents/i%201");
        assertThat(body.at("/id").asString()).isEqualTo(notices.getLast().id());
    }

    @Test
    void aRankingWithTheSameFirstCauseIsNotTold() {
        assertThat(events(new Stored(incident(null), true, List.of(), version(1, "db"), version(2, "db")))).isEmpty();
        assertThat(events(new Stored(incident(null), true, List.of(), version(1, "db"), version(2, "shop")))).hasSize(1);
        assertThat(events(new Stored(incident(null), true, List.of(), version(1, "db"), version(2, null)))).hasSize(1);
        assertThat(events(new Stored(incident(null), true, List.of(), version(1, "db"), null))).isEmpty();
    }

    @Test
    void whatIsOverOrTakenInIsResolved() {
        List<OutgoingNotice> over = events(new Stored(incident(START.plusSeconds(9)), true, List.of(), version(1, "db"), null));
        List<OutgoingNotice> merged = events(new Stored(incident(null), true, List.of("other"), version(1, "db"), null));

        assertThat(over).extracting(OutgoingNotice::event).containsExactly("incident.resolved");
        assertThat(Json.MAPPER.readTree(over.getFirst().body()).at("/ranking/cause/ciId").asString()).isEqualTo("db");
        assertThat(merged).extracting(OutgoingNotice::event, OutgoingNotice::incidentId)
                .containsExactly(tuple("incident.resolved", "other"));
        assertThat(Json.MAPPER.readTree(merged.getFirst().body()).at("/incident/mergedInto").asString()).isEqualTo("i 1");
    }

    @Test
    void theSameStoredTwiceIsTheSameNotice() {
        Stored stored = new Stored(incident(null), false, List.of(), null, version(1, "db"));

        assertThat(events(stored)).isEqualTo(events(stored));
        assertThat(OutgoingEvents.NONE.of(stored, id -> id)).isEmpty();
    }

    @Test
    void aPauseDoublesUpToItsLimit() {
        assertThat(List.of(WebhookSender.pause(0), WebhookSender.pause(3), WebhookSender.pause(500)))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofMinutes(5));
    }

    /// The digest of `openssl dgst -sha256 -hmac secret` over `1.n.{}`.
    @Test
    void theSignatureIsThatOfOtherPrograms() {
        assertThat(Signature.of("secret", "1", "n", "{}"))
                .isEqualTo("sha256=33e17eff7b30b2b5e52e4e7821330bd2045c83553e263d250f4bcf15c1334d32");
    }

    private static List<OutgoingNotice> events(Stored stored) {
        return EVENTS.of(stored, id -> "name of " + id);
    }

    private static Incident incident(@Nullable Instant resolvedAt) {
        return new Incident("i 1", "slow", resolvedAt == null ? IncidentState.OPEN : IncidentState.RESOLVED, START, START.plusSeconds(10),
                resolvedAt, List.of("a"), null);
    }

    private static RankingVersion version(long version, @Nullable String ciId) {
        List<Cause> causes = ciId == null
                ? List.of()
                : List.of(new Cause(1, ciId, CauseKind.LATENCY, 1, 0.5, null, List.of(), List.of(), List.of(), List.of()));
        return new RankingVersion("i 1", version, new Ranking(START, "1", ciId == null, "", causes),
                new RankingBasis(START, START, new TimeWindow(START, START.plusSeconds(1)), List.of(), 1, List.of(), List.of()));
    }
}
