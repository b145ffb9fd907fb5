package dev.faultline.graph.alert.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EpisodesTest {

    private static final Instant T = Instant.parse("2026-03-02T09:30:00Z");
    private static final int LATER = 100_000;

    @Test
    void whatFiresAgainGoesOnAndIsARepeat() {
        AlertNotices all = all(fires(10), fires(20), fires(30));

        assertThat(all.episodes()).extracting(AlertEpisode::startsAt).containsExactly(at(10));
        assertThat(all.repeats()).isEqualTo(2);
    }

    @Test
    void whatSaysTheSameAgainIsNoVisibleChange() {
        AlertNotice again = AlertNotice.at(at(20), "test", "f1", AlertState.FIRING, Map.of("time", "10"), Map.of(), at(LATER));

        assertThat(all(fires(10), again).differsVisiblyFrom(all(fires(10)))).isFalse();
        assertThat(all(fires(10), ends(40), ends(50)).differsVisiblyFrom(all(fires(10), ends(40)))).isFalse();
        assertThat(all(fires(10)).speaksOfTheSameEpisodeAs(all(again))).isTrue();
    }

    @Test
    void whatFiredBetweenTwoEndsEndedWithTheSecond() {
        AlertNotices all = all(fires(10), ends(20), ends(30), fires(25));

        assertThat(all.episodes()).extracting(AlertEpisode::resolvedAt).containsExactly(at(20), at(30));
    }

    @Test
    void anEndEndsWhatFired() {
        assertThat(all(fires(10), ends(40)).episodes()).containsExactly(new AlertEpisode(at(10), at(40), at(10), false, null));
    }

    @Test
    void whatFiresAfterAnEndIsANewEpisode() {
        AlertNotices all = all(fires(10), ends(20), fires(21));

        assertThat(all.episodes()).extracting(AlertEpisode::startsAt).containsExactly(at(10), at(21));
        assertThat(all.state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void anEndThatComesFirstEndsWhatFiredBeforeIt() {
        AlertNotices all = all(ends(40), fires(10));

        assertThat(all.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(all.episodes()).singleElement().extracting(AlertEpisode::resolvedAt).isEqualTo(at(40));
    }

    @Test
    void aLateEndIsPutBetweenWhatFiredBeforeAndAfterIt() {
        AlertNotices all = all(fires(10), fires(30), ends(20));

        assertThat(all.state()).isEqualTo(AlertState.FIRING);
        assertThat(all.episodes()).extracting(AlertEpisode::startsAt).containsExactly(at(10), at(30));
        assertThat(all.episodes().getFirst().resolvedAt()).isEqualTo(at(20));
    }

    @Test
    void anEndEndsAnEpisodeWhoseStartIsKnown() {
        AlertNotice known = new AlertNotice("test", "f1", AlertState.FIRING, at(10), null, Map.of("a", "b"), Map.of(), at(12));

        assertThat(all(known, ends(60)).state()).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void aClockThatIsAheadDoesNotFirePastTheEnd() {
        AlertNotice ahead = AlertNotice.at(at(600), "test", "f1", AlertState.FIRING, Map.of("a", "b"), Map.of(), at(10));
        AlertNotice end = AlertNotice.at(at(20), "test", "f1", AlertState.RESOLVED, Map.of(), Map.of(), at(20));

        assertThat(all(ahead, end).state()).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void aBareEndKeepsTheLabels() {
        assertThat(all(fires(10), ends(40)).word().labels()).containsEntry("time", "10");
        assertThat(all(ends(40), fires(10)).word().labels()).containsEntry("time", "10");
    }

    @Test
    void whatWasSaidLastStandsThoughItCameFirst() {
        assertThat(all(fires(30), fires(10)).word().labels()).containsEntry("time", "30");
        assertThat(all(fires(10), fires(30), fires(20)).word().labels()).containsEntry("time", "30");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void inAnyOrderTheLatestByTimeDecides(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var notices = new ArrayList<AlertNotice>();
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                int second = 1 + random.nextInt(1_000) * 12 + i;
                notices.add(random.nextBoolean() ? fires(second) : ends(second));
            }
            AlertState expected = notices.stream().max(Comparator.comparing(AlertNotice::startsAt)).orElseThrow().state();
            Collections.shuffle(notices, random);
            notices.addAll(notices.subList(0, random.nextInt(notices.size())));

            assertThat(all(notices.toArray(AlertNotice[]::new)).state()).as("%s", notices).isEqualTo(expected);
        }
    }

    private static AlertNotices all(AlertNotice... notices) {
        return List.of(notices).stream().map(AlertNotices::of).reduce(AlertNotices::join).orElseThrow();
    }

    private static AlertNotice fires(int second) {
        return AlertNotice.at(at(second), "test", "f1", AlertState.FIRING, Map.of("time", "" + second), Map.of(), at(LATER));
    }

    private static AlertNotice ends(int second) {
        return AlertNotice.at(at(second), "test", "f1", AlertState.RESOLVED, Map.of(), Map.of(), at(LATER));
    }

    private static Instant at(int second) {
        return T.plusSeconds(second);
    }
}
