package dev.faultline.rca.term;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.rca.scene.Scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LogTermTest {
    private static final int TRACES = 10;
    private static final String BEGIN = "INFO o.OrderService#10 order begins";
    private static final String DONE = "INFO o.OrderService#20 order is done";
    private static final String READ = "INFO p.PriceService#5 price is read";
    private static final String FAILED = "ERROR o.Dispatcher#75 servlet failed";

    private final Traces traces = new Traces("orders", "prices");

    /// Ten traces in which orders call prices; each side writes the lines told.
    private void traces(Traces.Side side, String[] orders, String... prices) {
        for (int i = 0; i < TRACES; i++) {
            String trace = "t" + i;
            side.span(trace, null, "orders", "o", 0, 100).span(trace, "o", "prices", "p", 10, 50).logs(trace, "o", "orders", orders)
                    .logs(trace, "p", "prices", prices);
        }
    }

    private Map<Integer, Rating> rate(Scene scene) {
        return new LogTerm().rate(scene);
    }

    @Test
    void requestsThatEndAfterALineFromWhichTheyGoOnAreBlamedOnWhoWroteIt() {
        traces(traces.normal(), new String[]{BEGIN, DONE}, READ);
        traces(traces.observed(), new String[]{BEGIN}, READ);
        Scene scene = traces.scene();
        Map<Integer, Rating> ratings = rate(scene);
        assertThat(ratings).containsOnlyKeys(Traces.unit(scene, "orders"));
        Rating orders = Traces.rating(ratings, scene, "orders");
        assertThat(orders.value()).as("all 10 traces against none expected are 10 deviations, 8 beyond chance").isCloseTo(0.8,
                within(1e-9));
        assertThat(orders.evidence()).contains("10 traces break here first, 0.0 expected").contains("end after INFO o.OrderService#10");
    }

    @Test
    void exceptionThatPassesOnToTheCallerIsBlamedOnTheCallee() {
        traces(traces.normal(), new String[]{BEGIN, DONE}, READ);
        traces(traces.observed(), new String[]{BEGIN, FAILED});
        Scene scene = traces.scene();
        assertThat(rate(scene)).containsOnlyKeys(Traces.unit(scene, "prices"));
    }

    @Test
    void errorThatIsAlwaysLoggedTellsNothing() {
        traces(traces.normal(), new String[]{BEGIN, FAILED}, READ);
        traces(traces.observed(), new String[]{BEGIN, FAILED}, READ);
        assertThat(rate(traces.scene())).isEmpty();
    }

    @Test
    void errorThatIsNoLongerLoggedTellsNothing() {
        traces(traces.normal(), new String[]{BEGIN, FAILED}, READ);
        traces(traces.observed(), new String[]{BEGIN}, READ);
        assertThat(rate(traces.scene())).isEmpty();
    }

    @Test
    void newErrorTellsEvenWhereLittleIsNormal() {
        traces.normal().span("n", null, "orders", "o", 0, 100).logs("n", "o", "orders", BEGIN, DONE);
        traces(traces.observed(), new String[]{BEGIN, FAILED}, READ);
        Scene scene = traces.scene();
        assertThat(rate(scene)).containsOnlyKeys(Traces.unit(scene, "orders"));
    }

    @Test
    void withoutNormalLogsNothingIsTold() {
        traces(traces.observed(), new String[]{BEGIN, FAILED}, READ);
        assertThat(rate(traces.scene())).isEmpty();
    }
}
