package dev.faultline.rca.statistics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaselineTest {
    @Test
    void scaleIsTheDistanceOfTheQuartilesByANormalDistribution() {
        Baseline baseline = Baseline.of(new double[]{8, 9, 10, 11, 12}, 0);
        assertThat(baseline.level()).isEqualTo(10);
        assertThat(baseline.z(10 + 2 / 1.349)).isCloseTo(1, within(1e-9));
    }

    @Test
    void nearlyConstantSeriesDoesNotStandOut() {
        assertThat(Baseline.of(new double[]{100, 100, 100, 100.001}, 0).z(101)).isCloseTo(0.2, within(0.01));
    }

    @Test
    void outliersOfNormalTimeDoNotHideTrouble() {
        assertThat(Baseline.of(new double[]{10, 10.5, 9.5, 10, 10.2, 9.8, 500}, 0).z(20)).isGreaterThan(10);
    }

    @Test
    void gapsAreLeftOut() {
        assertThat(Quantiles.median(new double[]{Double.NaN, 1, 3, 2})).isEqualTo(2);
        assertThat(Quantiles.median(new double[]{Double.NaN})).isNaN();
    }

    @Test
    void differenceOfSharesIsSignedAndNeedsTrials() {
        assertThat(Tests.shares(9, 10, 1, 10)).isGreaterThan(3);
        assertThat(Tests.shares(1, 10, 9, 10)).isLessThan(-3);
        assertThat(Tests.shares(5, 10, 0, 0)).isZero();
    }

    @Test
    void singleEventIsNoSurprise() {
        assertThat(Tests.count(1, 0)).isEqualTo(1);
        assertThat(Tests.count(16, 0)).isEqualTo(16);
        assertThat(Tests.saturate(3, 3)).isEqualTo(0.5);
        assertThat(Tests.saturate(-1, 3)).isZero();
    }
}
