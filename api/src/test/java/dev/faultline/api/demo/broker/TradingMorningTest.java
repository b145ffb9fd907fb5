package dev.faultline.api.demo.broker;

import java.time.Duration;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;

import dev.faultline.api.demo.broker.TradingMorning.Phase;

import static org.assertj.core.api.Assertions.assertThat;

class TradingMorningTest {

    @Test
    void aSecondIsTwoMinutesOfTheSession() {
        assertThat(TradingMorning.clock(Duration.ofSeconds(10))).isEqualTo(LocalTime.of(9, 20));
    }

    @Test
    void theMorningGoesFromLoginsThroughTheAuctionToTheMix() {
        assertThat(TradingMorning.phase(Duration.ZERO)).isEqualTo(Phase.LOGIN_BURST);
        assertThat(TradingMorning.phase(TradingMorning.until(Phase.OPENING_AUCTION))).isEqualTo(Phase.OPENING_AUCTION);
        assertThat(TradingMorning.phase(Duration.ofHours(1))).isEqualTo(Phase.CONTINUOUS_TRADING);
    }

    @Test
    void ordersSpikeInTheAuction() {
        double auction = TradingMorning.rates(TradingMorning.until(Phase.OPENING_AUCTION)).orders();

        assertThat(auction).isGreaterThan(1.5 * TradingMorning.rates(Duration.ofMinutes(1)).orders());
    }
}
