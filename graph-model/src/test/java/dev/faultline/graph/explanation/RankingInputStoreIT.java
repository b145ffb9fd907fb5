package dev.faultline.graph.explanation;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.explanation.RankingInputStore.Usage;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentChange;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class RankingInputStoreIT {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final PackedInput INPUT = PackedInput.of(PackedInputTest.input());

    private final IncidentStore incidents;
    private final RankingInputStore store;

    RankingInputStoreIT(GraphConnection graph) {
        this.incidents = new IncidentStore(graph);
        this.store = new RankingInputStore(graph);
    }

    @Test
    void keepsWhatEachVersionWasComputedFrom() {
        save(1);

        assertThat(store.find("i", 1)).hasValueSatisfying(packed -> assertThat(packed.bytes()).isEqualTo(INPUT.bytes()));
        assertThat(store.find("i", 2)).isEmpty();
        assertThat(store.usage()).isEqualTo(new Usage(1, INPUT.size()));
    }

    @Test
    void retiresTheOldestUntilTheRestFits() {
        IntStream.rangeClosed(1, 5).forEach(this::save);

        assertThat(store.retire(Instant.EPOCH, 3L * INPUT.size(), 100)).isEqualTo(2);

        assertThat(store.usage()).isEqualTo(new Usage(3, 3L * INPUT.size()));
        assertThat(store.find("i", 2)).isEmpty();
        assertThat(store.find("i", 3)).isPresent();
        assertThat(incidents.rankings("i", null, 10)).as("the rankings stay").hasSize(5);
        assertThat(store.retire(Instant.EPOCH, 3L * INPUT.size(), 100)).isZero();
    }

    @Test
    void retiresWhatIsTooOldAndNoMoreThanAskedForAtOnce() {
        IntStream.rangeClosed(1, 5).forEach(this::save);

        assertThat(store.retire(START.plusSeconds(5), Long.MAX_VALUE, 3)).isEqualTo(3);
        assertThat(store.retire(START.plusSeconds(5), Long.MAX_VALUE, 3)).isEqualTo(1);
        assertThat(store.find("i", 5)).isPresent();
    }

    @Test
    void goesWithTheRankingThatIsDropped() {
        IntStream.rangeClosed(1, IncidentStore.RANKINGS_KEPT_MAX + 2).forEach(this::save);

        assertThat(store.usage().count()).isEqualTo(IncidentStore.RANKINGS_KEPT_MAX);
    }

    private void save(int version) {
        Incident incident = new Incident("i", "slow", IncidentState.OPEN, START, START, null, List.of(), null);
        Ranking ranking = new Ranking(START.plusSeconds(version), "1", true, "unknown", List.of());
        RankingBasis basis = new RankingBasis(START, START, new TimeWindow(START, START.plusSeconds(1)), List.of(), 1, List.of(),
                List.of());
        incidents.save(
                new IncidentChange(incident, List.of(), List.of(), new RankingVersion("i", version, ranking, basis), INPUT, List.of()));
    }
}
