package dev.faultline.collectors.prometheus.client;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {
    private static final double NONE = Double.NaN;

    @Test
    void aLaterAnswerTakesThePlaceOfTheEndAndGoesOn() {
        Answer before = new Answer(new Steps(0, 40, 10), List.of(sampled("a", 1, 2, 3, 4, 5), sampled("gone", 6, 6, 6, 6, 6)));
        Answer later = new Answer(new Steps(30, 60, 10), List.of(sampled("a", 7, NONE, 8, 9), sampled("new", NONE, 1, 1, 1)));

        Answer all = before.continuedBy(later);

        assertThat(all.steps()).isEqualTo(new Steps(0, 60, 10));
        assertThat(all.series()).extracting(series -> series.labels().get("q")).containsExactly("a", "gone", "new");
        assertThat(all.series()).extracting(Answer.Sampled::values).containsExactly(new double[]{1, 2, 3, 7, NONE, 8, 9},
                new double[]{6, 6, 6, NONE, NONE, NONE, NONE}, new double[]{NONE, NONE, NONE, NONE, 1, 1, 1});
    }

    private static Answer.Sampled sampled(String name, double... values) {
        return new Answer.Sampled(Map.of("q", name), values);
    }
}
