package dev.faultline.collectors.prometheus;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromqlTest {

    @Test
    void oneValueIsMatchedAsItIs() {
        assertThat(Promql.matcher("job", List.of("a.b"))).isEqualTo("job=\"a.b\"");
    }

    @Test
    void severalValuesAreMatchedByAnExpressionThatMeansThemAlone() {
        assertThat(Promql.matcher("instance", List.of("web-1:9100", "a.b|c"))).isEqualTo("instance=~\"a\\\\.b\\\\|c|web-1:9100\"");
    }

    @Test
    void aValueCannotEndTheTextThatItStandsIn() {
        assertThat(Promql.matcher("job", List.of("x\"} or up{job=\"y\\\n"))).isEqualTo("job=\"x\\\"} or up{job=\\\"y\\\\\\n\"");
    }

    @Test
    void aLabelThatIsNotThereIsMatchedByNothing() {
        assertThat(Promql.matcher("pod", List.of(""))).isEqualTo("pod=\"\"");
    }
}
