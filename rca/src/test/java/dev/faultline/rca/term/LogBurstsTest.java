package dev.faultline.rca.term;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.log.LogLevel;
import dev.faultline.rca.scene.Scene;

import static org.assertj.core.api.Assertions.assertThat;

class LogBurstsTest {
    private static final String REFUSED = "ERROR connection refused";
    private static final String FAILED = "ERROR call failed";
    private static final double FEW = 5;
    private static final double MANY = 100;

    private final Traces traces = new Traces("gateway", "orders", "prices").instance("orders-1", "orders").instance("orders-2", "orders")
            .instance("orders-3", "orders");

    private Map<Integer, Rating> rate(Scene scene) {
        return new LogTerm().rate(scene);
    }

    private Traces counted(String ciId, LogLevel level, String template, double normal, double abnormal) {
        traces.observed().counted(ciId, level, template, normal, abnormal);
        return traces;
    }

    private void allLog() {
        for (String service : new String[]{"gateway", "orders", "prices"}) {
            counted(service, LogLevel.INFO, "", MANY, MANY);
        }
    }

    @Test
    void errorsThatAreNewAtOneServiceAreHeldAgainstIt() {
        allLog();
        Scene scene = counted("orders", LogLevel.ERROR, REFUSED, 0, MANY).scene();
        Map<Integer, Rating> ratings = rate(scene);
        assertThat(ratings).containsOnlyKeys(Traces.unit(scene, "orders"));
        assertThat(Traces.rating(ratings, scene, "orders").value()).isGreaterThan(0.8);
        assertThat(Traces.rating(ratings, scene, "orders").evidence()).isEqualTo("300 log lines \"ERROR connection refused\" in 3 minutes, "
                + "at most 0 expected, nowhere else, such as: \"ERROR connection refused 1\" in trace abc");
    }

    @Test
    void callersThatLogOfTheirCalleesFailureAreExplainedByIt() {
        allLog();
        counted("gateway", LogLevel.ERROR, FAILED, 0, 10 * MANY);
        Scene scene = counted("orders", LogLevel.ERROR, REFUSED, 0, FEW).scene();
        Map<Integer, Rating> ratings = rate(scene);
        assertThat(Traces.rating(ratings, scene, "orders").value())
                .isGreaterThan(
                        ratings.containsKey(Traces.unit(scene, "gateway")) ? 2 * Traces.rating(ratings, scene, "gateway").value() : 0);
    }

    @Test
    void moreLinesHardlyCountForMore() {
        allLog();
        counted("gateway", LogLevel.ERROR, FAILED, 0, 10_000 * MANY);
        Scene scene = counted("prices", LogLevel.ERROR, REFUSED, 0, MANY).scene();
        Map<Integer, Rating> ratings = rate(scene);
        assertThat(Traces.rating(ratings, scene, "gateway").value()).isLessThan(1.2 * Traces.rating(ratings, scene, "prices").value());
    }

    @Test
    void whatSeveralLogAlikeIsSharedAmongThem() {
        allLog();
        counted("gateway", LogLevel.ERROR, REFUSED, 0, MANY);
        Scene scene = counted("prices", LogLevel.ERROR, REFUSED, 0, MANY).scene();
        Map<Integer, Rating> ratings = rate(scene);
        assertThat(Traces.rating(ratings, scene, "gateway").value()).isLessThan(0.5);
        assertThat(Traces.rating(ratings, scene, "gateway").evidence()).contains("as 1 other log more often too");
    }

    @Test
    void errorsThatAreAlwaysLoggedTellNothingHoweverMany() {
        allLog();
        assertThat(rate(counted("orders", LogLevel.ERROR, REFUSED, 100 * MANY, 105 * MANY).scene())).isEmpty();
    }

    @Test
    void linesThatComeInBurstsAreNormalInBursts() {
        allLog();
        double[] bursts = new double[30];
        for (int i = 0; i < bursts.length; i += 10) {
            bursts[i] = MANY;
        }
        bursts[28] = MANY;
        traces.observed().counted("orders", LogLevel.ERROR, REFUSED, bursts);
        assertThat(rate(traces.scene())).isEmpty();
    }

    @Test
    void singleLinesTellNothing() {
        allLog();
        double[] lines = new double[30];
        lines[29] = 2;
        traces.observed().counted("orders", LogLevel.ERROR, REFUSED, lines);
        assertThat(rate(traces.scene())).isEmpty();
    }

    @Test
    void linesThatAreMeantToInformTellNothing() {
        allLog();
        assertThat(rate(counted("orders", LogLevel.UNKNOWN, "", 0, MANY).scene())).isEmpty();
    }

    @Test
    void warningsCountHalfAndSoDoesWhoNeverLoggedBefore() {
        allLog();
        Scene warning = counted("orders", LogLevel.WARN, "WARN slow", 0, MANY).scene();
        assertThat(Traces.rating(rate(warning), warning, "orders").value()).isBetween(0.4, 0.5);
        Traces silent = new Traces("gateway", "orders");
        silent.observed().counted("orders", LogLevel.ERROR, REFUSED, 0, MANY);
        Scene scene = silent.scene();
        assertThat(Traces.rating(rate(scene), scene, "orders").value()).isBetween(0.4, 0.5);
    }

    @Test
    void theOnlyInstanceThatLogsIsNamed() {
        allLog();
        for (String instance : new String[]{"orders-1", "orders-2", "orders-3"}) {
            counted(instance, LogLevel.INFO, "", MANY, MANY);
        }
        Scene one = counted("orders-2", LogLevel.ERROR, REFUSED, 0, MANY).scene();
        assertThat(Traces.rating(rate(one), one, "orders").ciId()).isEqualTo("orders-2");
        Scene two = counted("orders-3", LogLevel.ERROR, REFUSED, 0, MANY).scene();
        assertThat(Traces.rating(rate(two), two, "orders").ciId()).isEqualTo("orders");
    }

    @Test
    void disturbedMinutesAreNotTakenForNormal() {
        allLog();
        double[] lines = new double[30];
        Arrays.fill(lines, 10, 15, Double.NaN);
        Arrays.fill(lines, 27, 30, MANY);
        traces.observed().counted("orders", LogLevel.ERROR, REFUSED, lines);
        Scene scene = traces.scene();
        assertThat(rate(scene)).containsOnlyKeys(Traces.unit(scene, "orders"));
    }
}
