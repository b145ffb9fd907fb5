package dev.faultline.api.demo.broker;

import java.time.Duration;
import java.time.LocalTime;

/// The traffic of a trading morning, compressed: a second of the demo is two minutes of the session until continuous trading.
public final class TradingMorning {
    private static final LocalTime BEGINS = LocalTime.of(9, 0);
    private static final int COMPRESSION = 120;
    private static final double WAVE_SHARE = 0.12;
    private static final double WAVE_SECONDS = 37;

    private TradingMorning() {}

    /// A part of the session.
    public enum Phase {
        LOGIN_BURST(LocalTime.of(9, 0)), OPENING_AUCTION(LocalTime.of(9, 15)), CONTINUOUS_TRADING(LocalTime.of(9, 25));

        private final LocalTime from;

        Phase(LocalTime from) {
            this.from = from;
        }

        private Rates rates() {
            return switch (this) {
                case LOGIN_BURST -> new Rates(10, 8, 0.5, 4);
                case OPENING_AUCTION -> new Rates(3, 24, 14, 5);
                case CONTINUOUS_TRADING -> new Rates(2, 22, 7, 5);
            };
        }
    }

    /// Requests a second by kind.
    public record Rates(double logins, double quotes, double orders, double accounts) {
        /// Requests a second of all kinds.
        public double total() {
            return logins + quotes + orders + accounts;
        }

        Rates times(double factor) {
            return new Rates(logins * factor, quotes * factor, orders * factor, accounts * factor);
        }
    }

    /// Time on the session's clock, a given time after the demo's traffic began.
    public static LocalTime clock(Duration elapsed) {
        return BEGINS.plus(elapsed.multipliedBy(COMPRESSION));
    }

    /// How long after the demo's traffic began a part of the session begins.
    public static Duration until(Phase phase) {
        return Duration.between(BEGINS, phase.from).dividedBy(COMPRESSION);
    }

    /// The part of the session, a given time after the demo's traffic began.
    public static Phase phase(Duration elapsed) {
        Phase current = Phase.LOGIN_BURST;
        for (Phase phase : Phase.values()) {
            if (until(phase).compareTo(elapsed) <= 0) {
                current = phase;
            }
        }
        return current;
    }

    /// Requests a second, a given time after the demo's traffic began: those of the phase, in a gentle wave.
    static Rates rates(Duration elapsed) {
        double wave = 1 + WAVE_SHARE * Math.sin(2 * Math.PI * elapsed.toMillis() / 1_000 / WAVE_SECONDS);
        return phase(elapsed).rates().times(wave);
    }
}
