package dev.faultline.api.demo.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.api.demo.monitor.AlertBook.Notice;

import static org.assertj.core.api.Assertions.assertThat;

class AlertBookTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Condition CONDITION = new Condition("ServiceLatencyHigh", "warning", Map.of("service", "trading"), "slow", 2);

    private final AlertBook book = new AlertBook();

    @Test
    void firesOnceItHasHeldLongEnoughAndSaysSinceWhen() {
        assertThat(at(0, true)).isEmpty();
        assertThat(at(1, true)).containsExactly(new Notice(CONDITION, START, null));
        assertThat(at(2, true)).isEmpty();
    }

    @Test
    void aConditionThatEndsBeforeItFiresIsNeverSent() {
        at(0, true);

        assertThat(at(1, false)).isEmpty();
        assertThat(book.isQuiet()).isTrue();
    }

    @Test
    void repeatsWhileItHolds() {
        at(0, true);
        at(1, true);

        assertThat(at(11, true)).hasSize(1);
    }

    @Test
    void resolvesOnceItHasBeenClearLongEnough() {
        at(0, true);
        at(1, true);
        at(2, false);
        at(3, false);
        at(4, false);

        assertThat(at(5, false)).containsExactly(new Notice(CONDITION, START, START.plusSeconds(5)));
        assertThat(book.firing()).isEmpty();
    }

    @Test
    void theSameConditionHasTheSameFingerprintWhateverItMeasures() {
        Condition later = new Condition("ServiceLatencyHigh", "warning", Map.of("service", "trading"), "slower", 2);
        Condition other = new Condition("ServiceLatencyHigh", "warning", Map.of("service", "risk"), "slow", 2);

        assertThat(later.fingerprint()).isEqualTo(CONDITION.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    private List<Notice> at(int second, boolean holds) {
        return book.update(holds ? List.of(CONDITION) : List.of(), START.plusSeconds(second));
    }
}
