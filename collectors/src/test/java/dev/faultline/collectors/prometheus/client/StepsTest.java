package dev.faultline.collectors.prometheus.client;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepsTest {
    private static final Duration STEP = Duration.ofSeconds(15);

    @Test
    void allStepsOfATimeAreInItAndItsEndIsNot() {
        Steps steps = Steps.within(Instant.ofEpochSecond(1_001), Instant.ofEpochSecond(1_050), STEP);

        assertThat(steps).isEqualTo(new Steps(1_005, 1_035, 15));
        assertThat(steps.count()).isEqualTo(3);
    }

    @Test
    void aMomentHasItsPlaceAndWhatIsNoStepHasNone() {
        Steps steps = new Steps(1_005, 1_035, 15);

        assertThat(steps.index(1_020)).isEqualTo(1);
        assertThat(steps.index(1_021)).isNegative();
        assertThat(steps.index(990)).isNegative();
        assertThat(steps.index(1_050)).isNegative();
        assertThat(steps.at(2)).isEqualTo(1_035);
    }

    @Test
    void whatIsAskedForAgainBeginsWhereValuesMayHaveComeLate() {
        Steps steps = new Steps(0, 300, 15);

        assertThat(steps.after(285, 60)).isEqualTo(new Steps(240, 300, 15));
        assertThat(steps.after(285, 0)).isEqualTo(new Steps(300, 300, 15));
        assertThat(steps.after(15, 60)).isEqualTo(steps);
    }

    @Test
    void aTimeBetweenTwoStepsHasNone() {
        assertThat(Steps.fit(Instant.ofEpochSecond(1_006), Instant.ofEpochSecond(1_019), STEP)).isFalse();
        assertThat(Steps.fit(Instant.ofEpochSecond(1_006), Instant.ofEpochSecond(1_021), STEP)).isTrue();
    }
}
