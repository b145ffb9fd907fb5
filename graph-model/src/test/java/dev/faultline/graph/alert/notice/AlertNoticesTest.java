package dev.faultline.graph.alert.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlertNoticesTest {

    private static final Instant T = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void aResolveThatComesFirstStaysResolvedWhenTheFiringArrives() {
        AlertNotices all = all(resolved(0, 60, 61), firing(0, 62));

        assertThat(all.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(all.current().resolvedAt()).isEqualTo(T.plusSeconds(60));
    }

    @Test
    void theSameConditionFiringAgainLaterIsANewEpisode() {
        AlertNotices all = all(firing(0, 1), resolved(0, 60, 61), firing(600, 601));

        assertThat(all.state()).isEqualTo(AlertState.FIRING);
        assertThat(all.episodes()).extracting(AlertEpisode::startsAt).containsExactly(T, T.plusSeconds(600));
        assertThat(all.episodes().getFirst().resolvedAt()).isEqualTo(T.plusSeconds(60));
    }

    @Test
    void aLateResolveOfAnOldEpisodeDoesNotEndTheNewOne() {
        AlertNotices all = all(firing(0, 1), firing(600, 601), resolved(0, 60, 700));

        assertThat(all.state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void aFiringNoticeLongAfterTheEndMeansThatTheConditionCameBack() {
        long late = AlertEpisode.LATE_FIRING_MAX.toSeconds();

        assertThat(all(resolved(0, 60, 61), firing(0, 60 + late)).state()).isEqualTo(AlertState.RESOLVED);
        assertThat(all(resolved(0, 60, 61), firing(0, 61 + late)).state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void anEndThatTheMonitorGaveGoesBeforeTheTimeAtWhichItSaidSo() {
        AlertNotices all = all(firing(0, 1), resolved(0, 60, 61), over(0, 90));

        assertThat(all.current().resolvedAt()).isEqualTo(T.plusSeconds(60));
        assertThat(all(firing(0, 1), over(0, 90)).current().resolvedAt()).isEqualTo(T.plusSeconds(90));
        assertThat(all(over(0, 90), resolved(0, 60, 91)).current().resolvedAt()).isEqualTo(T.plusSeconds(60));
        assertThat(all.repeats()).isEqualTo(1);
    }

    @Test
    void whatCameBackAfterTheEndThatTheMonitorGaveEndsAsItSaysSo() {
        assertThat(all(resolved(0, 60, 61), firing(0, 400)).state()).isEqualTo(AlertState.FIRING);
        assertThat(all(resolved(0, 60, 61), firing(0, 400), over(0, 500)).current().resolvedAt()).isEqualTo(T.plusSeconds(500));
    }

    @Test
    void repeatsAreCountedAndChangeNothingElse() {
        AlertNotices once = all(firing(0, 1));
        AlertNotices often = all(firing(0, 1), firing(0, 30), firing(0, 60));

        assertThat(often.notices()).isEqualTo(3);
        assertThat(often.repeats()).isEqualTo(2);
        assertThat(often.differsVisiblyFrom(once)).isFalse();
    }

    @Test
    void aFiringAndItsResolveAreNoRepeats() {
        assertThat(all(firing(0, 1), resolved(0, 60, 61)).repeats()).isZero();
    }

    @Test
    void theOldestEpisodesAreForgottenPastTheLimit() {
        var notices = new ArrayList<AlertNotice>();
        for (int i = 0; i < AlertNotices.EPISODES_MAX + 10; i++) {
            notices.add(resolved(i * 600L, i * 600L + 60, i * 600L + 61));
        }
        assertThat(all(notices.toArray(AlertNotice[]::new)).episodes()).hasSize(AlertNotices.EPISODES_MAX)
                .extracting(AlertEpisode::startsAt).doesNotContain(T).contains(T.plus(Duration.ofMinutes(100)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyOrderAndRepetitionOfNoticesEndsInTheSameState(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<AlertNotice> notices = notices(random);
            AlertNotices expected = all(notices.toArray(AlertNotice[]::new));
            var shuffled = new ArrayList<>(notices);
            for (int i = random.nextInt(10); i > 0; i--) {
                shuffled.add(notices.get(random.nextInt(notices.size())));
            }
            Collections.shuffle(shuffled, random);

            AlertNotices actual = joinedInParts(shuffled, random);

            assertThat(actual.episodes()).isEqualTo(expected.episodes());
            assertThat(actual.word()).isEqualTo(expected.word());
            assertThat(actual.lastSeenAt()).isEqualTo(expected.lastSeenAt());
            assertThat(actual.notices()).isEqualTo(shuffled.size());
        }
    }

    private static AlertNotices joinedInParts(List<AlertNotice> notices, Random random) {
        if (notices.size() == 1) {
            return AlertNotices.of(notices.getFirst());
        }
        int cut = 1 + random.nextInt(notices.size() - 1);
        return joinedInParts(notices.subList(0, cut), random).join(joinedInParts(notices.subList(cut, notices.size()), random));
    }

    private static List<AlertNotice> notices(Random random) {
        var notices = new ArrayList<AlertNotice>();
        for (int i = 1 + random.nextInt(80); i > 0; i--) {
            long startsAt = random.nextInt(70) * 300L;
            long receivedAt = startsAt + random.nextInt(600);
            Instant endsAt = random.nextBoolean() ? T.plusSeconds(startsAt + random.nextInt(300)) : null;
            notices.add(random.nextInt(4) == 0
                    ? over(startsAt, receivedAt)
                    : notice(startsAt, endsAt, receivedAt, Map.of("summary", "value " + random.nextInt(3))));
        }
        return notices;
    }

    private static AlertNotices all(AlertNotice... notices) {
        return List.of(notices).stream().map(AlertNotices::of).reduce(AlertNotices::join).orElseThrow();
    }

    private static AlertNotice firing(long startsAtSeconds, long receivedAtSeconds) {
        return notice(startsAtSeconds, null, receivedAtSeconds, Map.of());
    }

    private static AlertNotice resolved(long startsAtSeconds, long endsAtSeconds, long receivedAtSeconds) {
        return notice(startsAtSeconds, T.plusSeconds(endsAtSeconds), receivedAtSeconds, Map.of());
    }

    /// An end without its time.
    private static AlertNotice over(long startsAtSeconds, long receivedAtSeconds) {
        return new AlertNotice("test", "f1", AlertState.RESOLVED, T.plusSeconds(startsAtSeconds), null, Map.of("alertname", "HighLatency"),
                Map.of(), T.plusSeconds(receivedAtSeconds));
    }

    private static AlertNotice notice(long startsAtSeconds, @Nullable Instant endsAt, long receivedAtSeconds,
            Map<String, String> annotations) {
        return new AlertNotice("test", "f1", endsAt == null ? AlertState.FIRING : AlertState.RESOLVED, T.plusSeconds(startsAtSeconds),
                endsAt,
                Map.of("alertname", "HighLatency"), annotations, T.plusSeconds(receivedAtSeconds));
    }
}
