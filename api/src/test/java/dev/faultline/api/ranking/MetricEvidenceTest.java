package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class MetricEvidenceTest {
    private static final Subject CALLS = new Subject.OfCalls("web", "shop");
    private static final Subject SHOP = new Subject.OfCi("shop");

    private final List<String> missing = new ArrayList<>();

    @Test
    void whatFaultlineCountedItselfIsNotCountedTwice() {
        List<Series> own = List.of(series(CALLS, Signal.LATENCY, 5));

        assertThat(read(own, series(CALLS, Signal.LATENCY, 6), series(CALLS, Signal.ERRORS, 0), series(SHOP, Signal.LATENCY, 7)))
                .extracting(Series::subject, Series::signal)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CALLS, Signal.ERRORS),
                        org.assertj.core.groups.Tuple.tuple(SHOP, Signal.LATENCY));
    }

    @Test
    void callsThatFaultlineSawNothingOfAreToldByTheStore() {
        List<Series> own = List.of(series(CALLS, Signal.LATENCY, Double.NaN));

        assertThat(read(own, series(CALLS, Signal.LATENCY, 6))).hasSize(1);
    }

    @Test
    void resourcesOfAllSourcesCount() {
        List<Series> own = List.of(series(SHOP, Signal.RESOURCE, 5));

        assertThat(read(own, series(SHOP, Signal.RESOURCE, 6))).hasSize(1);
    }

    @Test
    void severalSourcesAreOneAndEachTellsWhatIsMissing() {
        MetricSource one = (ciIds, from, to, told) -> List.of(series(SHOP, Signal.RESOURCE, 1));
        MetricSource other = (ciIds, from, to, told) -> {
            told.accept("metrics-late");
            return List.of(series(SHOP, Signal.TRAFFIC, 1));
        };

        assertThat(one.and(other).of(Set.of("shop"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1), missing::add)).hasSize(2);
        assertThat(missing).containsExactly("metrics-late");
    }

    private List<Series> read(List<Series> own, Series... told) {
        return new MetricEvidence((ciIds, from, to, toldMissing) -> List.of(told)).series(Set.of("shop"), Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60), own, missing::add);
    }

    private static Series series(Subject subject, Signal signal, double value) {
        return new Series(subject, "m", signal, Duration.ofSeconds(15), new long[]{0}, new double[]{value});
    }
}
