package dev.faultline.api.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.review.Belonging;
import dev.faultline.graph.review.IncidentSigns;
import dev.faultline.rca.incident.Similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SimilarIncidentsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void theMostSimilarComesFirstAndTheUnlikeIsLeftOut() {
        IncidentSigns now = signs("now", Set.of("db LATENCY", "web LATENCY"), "db");

        List<SimilarIncident> similar = SimilarIncidents.of(now,
                List.of(now, signs("unlike", Set.of("mail ERRORS"), "mail"), signs("half", Set.of("web LATENCY"), "shop"),
                        signs("same", Set.of("db LATENCY", "web LATENCY"), "db")),
                id -> "name of " + id);

        assertThat(similar).extracting(SimilarIncident::id).containsExactly("same", "half");
        assertThat(similar.getFirst().similarity()).isEqualTo(1);
        assertThat(similar.getFirst().causeName()).isEqualTo("name of db");
        assertThat(similar.getLast().shared()).containsExactly("place web LATENCY");
        assertThat(similar.getLast().similarity()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Similarity.jaccard(Set.of(), Set.of())).isZero();
        assertThat(Similarity.jaccard(Set.of("a"), Set.of("a", "b", "c", "d"))).isEqualTo(0.25);
    }

    @Test
    void theNearestOwnerAnswers() {
        List<Belonging> above = List.of(new Belonging("shop-1", "shop-1", "ServiceInstance", "shop-1", null, 0),
                new Belonging("shop-1", "shop", "Service", "shop", " ", 1),
                new Belonging("shop-1", "retail", "Application", "retail", "team retail", 2),
                new Belonging("shop-1", "brokerage", "BusinessLine", "brokerage", "the board", 3),
                new Belonging("db", "db", "Service", "db", "team data", 0));

        List<Owner> owners = Owners.of(List.of(cause(1, "shop-1"), cause(2, "db"), cause(3, "nobody's")), above, id -> id);

        assertThat(owners).extracting(Owner::owner).containsExactly("team retail", "team data", null);
        assertThat(owners.getFirst().ofId()).isEqualTo("retail");
    }

    private static Cause cause(int rank, String ciId) {
        return new Cause(rank, ciId, CauseKind.LATENCY, 1, 0.5, null, List.of(), List.of(), List.of(), List.of());
    }

    private static IncidentSigns signs(String id, Set<String> places, String cause) {
        return new IncidentSigns(id, id, START, null, places, Set.of(), List.of(cause), null);
    }
}
