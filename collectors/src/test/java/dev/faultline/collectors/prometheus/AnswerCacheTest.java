package dev.faultline.collectors.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.prometheus.AnswerCache.Reply;
import dev.faultline.collectors.prometheus.client.Answer;
import dev.faultline.collectors.prometheus.client.Steps;
import dev.faultline.collectors.prometheus.client.StoreException;
import dev.faultline.collectors.prometheus.client.StoreTrouble;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerCacheTest {
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration LONG_WAIT = Duration.ofSeconds(30);
    private static final Steps STEPS = new Steps(0, 150, 15);
    private static final Steps LATER = new Steps(0, 165, 15);

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final StoreCounts counts = new StoreCounts();

    @Test
    void aQueryIsAskedOnceAStep() {
        try (AnswerCache cache = cache(LONG_WAIT, AnswerCacheTest::answer)) {
            for (int second = 0; second < 15; second++) {
                assertThat(cache.ask(List.of("a", "b"), STEPS)).allSatisfy(reply -> assertThat(reply.trouble()).isNull());
            }
            assertThat(asked).containsExactlyInAnyOrder("a", "b");

            assertThat(cache.ask(List.of("a"), LATER).getFirst().answer()).extracting(Answer::steps).isEqualTo(LATER);
            assertThat(asked).containsExactlyInAnyOrder("a", "b", "a");
        }
    }

    @Test
    void onlyTheLastMinuteIsAskedForAgain() {
        List<Steps> ranges = Collections.synchronizedList(new ArrayList<>());
        try (AnswerCache cache = cache(LONG_WAIT, (query, steps) -> {
            ranges.add(steps);
            double[] values = new double[steps.count()];
            java.util.Arrays.fill(values, ranges.size());
            return new Answer(steps, List.of(new Answer.Sampled(Map.of("q", query), values)));
        })) {
            cache.ask(List.of("a"), STEPS);
            Answer answer = java.util.Objects.requireNonNull(cache.ask(List.of("a"), LATER).getFirst().answer());

            assertThat(ranges).containsExactly(STEPS, new Steps(105, 165, 15));
            assertThat(answer.steps()).isEqualTo(LATER);
            assertThat(answer.series()).singleElement().extracting(Answer.Sampled::values)
                    .isEqualTo(new double[]{1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2});
        }
    }

    @Test
    void nobodyWaitsLongForASlowStoreAndNobodyWaitsTwice() {
        CountDownLatch answers = new CountDownLatch(1);
        try (AnswerCache cache = cache(WAIT, (query, steps) -> {
            answers.await();
            return answer(query, steps);
        })) {
            long start = System.nanoTime();
            for (int turn = 0; turn < 50; turn++) {
                assertThat(cache.ask(List.of("a"), STEPS)).containsExactly(new Reply(null, StoreTrouble.LATE));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WAIT.multipliedBy(30));
            assertThat(asked).containsExactly("a");
            answers.countDown();
        }
    }

    @Test
    void aStoreThatWasLateIsNotWaitedForUntilItIsQuickAgain() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        try (AnswerCache cache = cache(LONG_WAIT.dividedBy(60), (query, steps) -> {
            if (query.startsWith("slow")) {
                answers.await();
            }
            return answer(query, steps);
        })) {
            cache.ask(List.of("slow"), STEPS);
            long start = System.nanoTime();
            for (int turn = 0; turn < 5; turn++) {
                cache.ask(List.of("slow" + turn), STEPS);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG_WAIT.dividedBy(60));

            while (cache.ask(List.of("quick"), STEPS).getFirst().trouble() != null) {
                answers.countDown();
                Thread.sleep(5);
            }
            assertThat(cache.ask(List.of("next"), STEPS).getFirst().trouble()).isNull();
        }
    }

    @Test
    void theAnswerBeforeStandsInForALateOne() {
        CountDownLatch never = new CountDownLatch(1);
        try (AnswerCache cache = cache(WAIT, (query, steps) -> {
            if (steps.to() == LATER.to()) {
                never.await();
            }
            return answer(query, steps);
        })) {
            cache.ask(List.of("a"), STEPS);

            Reply reply = cache.ask(List.of("a"), LATER).getFirst();

            assertThat(reply.answer()).extracting(Answer::steps).isEqualTo(STEPS);
            assertThat(reply.trouble()).isNull();
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsLeftAlone() {
        try (AnswerCache cache = cache(LONG_WAIT, (query, steps) -> {
            throw new StoreException(StoreTrouble.UNAVAILABLE, "gone");
        })) {
            assertThat(cache.ask(List.of("a"), STEPS).getFirst().trouble()).isEqualTo(StoreTrouble.UNAVAILABLE);
            assertThat(cache.ask(List.of("a", "b"), STEPS)).extracting(Reply::trouble).containsOnly(StoreTrouble.UNAVAILABLE);
            assertThat(asked).containsExactly("a");
            assertThat(counts.failures(StoreTrouble.UNAVAILABLE)).isEqualTo(1);
        }
    }

    @Test
    void aQueryThatIsRefusedKeepsNoOtherFromBeingAsked() {
        try (AnswerCache cache = cache(LONG_WAIT, (query, steps) -> {
            if (query.equals("bad")) {
                throw new StoreException(StoreTrouble.REFUSED, "parse error");
            }
            return answer(query, steps);
        })) {
            assertThat(cache.ask(List.of("bad", "good"), STEPS)).extracting(Reply::trouble).containsExactly(StoreTrouble.REFUSED, null);
            assertThat(cache.ask(List.of("bad", "fine"), STEPS)).extracting(Reply::trouble).containsExactly(StoreTrouble.REFUSED, null);
            assertThat(asked).containsExactlyInAnyOrder("bad", "good", "fine");
        }
    }

    @Test
    void moreQueriesThanCanWaitAreLateAndNothingBreaks() {
        CountDownLatch never = new CountDownLatch(1);
        try (AnswerCache cache = cache(Duration.ZERO, (query, steps) -> {
            never.await();
            return answer(query, steps);
        })) {
            List<String> queries = new ArrayList<>();
            for (int i = 0; i < AnswerCache.QUERIES_WAITING_MAX + 100; i++) {
                queries.add("q" + i);
            }

            assertThat(cache.ask(queries, STEPS)).extracting(Reply::trouble).containsOnly(StoreTrouble.LATE);
        }
    }

    private AnswerCache cache(Duration wait, AnswerCache.Store store) {
        return new AnswerCache((query, steps) -> {
            asked.add(query);
            return store.range(query, steps);
        }, wait, counts);
    }

    private static Answer answer(String query, Steps steps) {
        return new Answer(steps, List.of(new Answer.Sampled(Map.of("q", query), new double[steps.count()])));
    }
}
