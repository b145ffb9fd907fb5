package dev.faultline.graph.alert;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.alert.notice.AlertNotices;

import static org.assertj.core.api.Assertions.assertThat;

class KnownAlertsTest {

    private static final AlertNotices A = AlertNotices.of(AlertSamples.firing("a", "quotes", 0));
    private static final AlertNotices B = AlertNotices.of(AlertSamples.firing("b", "quotes", 0));
    private static final AlertNotices C = AlertNotices.of(AlertSamples.firing("c", "quotes", 0));

    @Test
    void whatWasStoredLastIsRemembered() {
        var known = new KnownAlerts(10_000);
        AlertNotices later = A.join(A);

        known.put(List.of(A, B));
        known.put(List.of(later));

        assertThat(known.get(A.key())).isEqualTo(later);
        assertThat(known.get(B.key())).isEqualTo(B);
        assertThat(known.get(C.key())).isNull();
    }

    @Test
    void whatWasHeardOfLongestAgoIsForgottenWhereItIsTooMuch() {
        var known = new KnownAlerts(600);

        known.put(List.of(A, B));
        known.put(List.of(A));
        known.put(List.of(C));

        assertThat(known.get(B.key())).isNull();
        assertThat(known.get(A.key())).isEqualTo(A);
        assertThat(known.get(C.key())).isEqualTo(C);
    }

    @Test
    void anAlertThatIsStoredAgainAndAgainCountsOnce() {
        var known = new KnownAlerts(600);

        known.put(List.of(A));
        for (int i = 0; i < 100; i++) {
            known.put(List.of(B));
        }

        assertThat(known.get(A.key())).isEqualTo(A);
    }
}
