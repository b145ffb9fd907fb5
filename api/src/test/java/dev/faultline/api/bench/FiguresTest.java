package dev.faultline.api.bench;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FiguresTest {
    private final StringWriter out = new StringWriter();
    private final Figures figures = new Figures(new PrintWriter(out));

    @Test
    void aFigureIsOneLine() {
        figures.print("spans.stored", 123456.7, "spans/s");
        figures.print("spans.ratio", 0.51234, "ratio");
        assertThat(out.toString()).isEqualTo("spans.stored 123457 spans/s\nspans.ratio 0.512 ratio\n");
    }

    @Test
    void aFigureHasAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> figures.print("two words", 1, "s")).withMessageContaining("two words");
    }
}
