package dev.faultline.graph.suppression;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuppressionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void isPendingThenActiveThenExpired() {
        Suppression planned = planned(NOON, NOON.plusSeconds(60));

        assertThat(planned.state(NOON.minusMillis(1))).isEqualTo(Suppression.State.PENDING);
        assertThat(planned.state(NOON)).isEqualTo(Suppression.State.ACTIVE);
        assertThat(planned.state(NOON.plusSeconds(60))).isEqualTo(Suppression.State.EXPIRED);
    }

    @Test
    void isExpiredFromItsEarlyEndOnEvenWhereItNeverBegan() {
        Suppression ended = planned(NOON, NOON.plusSeconds(60)).endedBy(new Suppression.End(NOON.minusSeconds(5), "ann", ""));

        assertThat(ended.state(NOON.minusSeconds(5))).isEqualTo(Suppression.State.EXPIRED);
        assertThat(ended.state(NOON.plusSeconds(5))).isEqualTo(Suppression.State.EXPIRED);
    }

    @Test
    void changesNothingBeforeItWasSaid() {
        assertThat(planned(NOON, NOON.plusSeconds(60)).since()).isEqualTo(NOON);
        assertThat(planned(NOON.minusSeconds(600), NOON.plusSeconds(60)).since()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void refusesASpanThatIsNoneOrTooLong() {
        assertThatThrownBy(() -> planned(NOON, NOON)).hasMessageContaining("expected a time after from");
        assertThatThrownBy(() -> planned(NOON, NOON.plus(Suppression.LENGTH_MAX).plusMillis(1))).hasMessageContaining("at most 90 days");
        assertThatThrownBy(() -> new SuppressionScope.OfCis(List.of(), null)).hasMessageContaining("ciIds");
        assertThatThrownBy(() -> new LabelMatcher("a", "(", true, true)).hasMessageContaining("'(' is no regular expression");
    }

    @Test
    void idsAscendInTime() {
        UUID random = UUID.nameUUIDFromBytes(new byte[1]);

        assertThat(SuppressionKind.SILENCE.id(NOON, random)).isLessThan(SuppressionKind.SILENCE.id(NOON.plusMillis(1), random))
                .matches("silence-[0-9a-f]{12}-[0-9a-f]{8}");
    }

    private static Suppression planned(Instant from, Instant until) {
        return new Suppression("m", new SuppressionScope.OfCis(List.of("host"), null), from, until, "ann", "", NOON.minusSeconds(60), null);
    }
}
