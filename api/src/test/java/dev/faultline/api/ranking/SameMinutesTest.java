package dev.faultline.api.ranking;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Term;
import dev.faultline.graph.symptom.Signal;

import static org.assertj.core.api.Assertions.assertThat;

class SameMinutesTest extends RankedShop {
    @Test
    void theTimeOfAnEarlierIncidentIsNotTakenForNormal() {
        calls((callee, secondsAgo) -> normalMillis(callee)
                + (secondsAgo < FAULT_SECONDS || (secondsAgo > 240 && secondsAgo < 900) ? 400 : 0), 20);
        disturbed = List.of(new TimeWindow(NOW.minusSeconds(900), NOW.minusSeconds(240)));

        Cause top = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst();

        assertThat(top.ciId()).isEqualTo("db");
        assertThat(top.terms()).extracting("name").contains("unexplained");
    }

    @Test
    void whatTheOpeningOfTheSessionDoesEveryDayIsNoFault() {
        Latency opening = slower(200, "web", "shop");
        calls((callee, secondsAgo) -> opening.millis(callee, secondsAgo) + (secondsAgo < FAULT_SECONDS ? 150 : 0), 40);
        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("shop");

        callsOfDay(1, opening, 40);
        callsOfDay(2, opening, 40);

        assertThat(rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst().ciId()).isEqualTo("db");
    }

    @Test
    void theSameMinutesOfADayWithAnIncidentAreNotTakenForNormal() {
        calls(slower(400, "web", "shop", "db"), 40);
        callsOfDay(1, slower(400, "web", "shop", "db"), 40);
        disturbed = List.of(new TimeWindow(ALARM.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(1))));

        Cause top = rank(alarm("web", Signal.LATENCY), alarm("shop", Signal.LATENCY)).getFirst();

        assertThat(top.ciId()).isEqualTo("db");
        assertThat(top.terms()).extracting("name").contains("unexplained");
    }

    @Test
    void trafficThatFallsForTheNoonBreakAsOnOtherDaysIsNoDeviation() {
        Traffic untilNoon = (callee, secondsAgo) -> secondsAgo < FAULT_SECONDS && !callee.equals("db") ? 2 : 40;
        calls(CALM, untilNoon);
        assertThat(termsOf("web", Signal.TRAFFIC)).contains("deviation", "unexplained");

        callsOfDay(1, CALM, untilNoon);

        assertThat(termsOf("web", Signal.TRAFFIC)).doesNotContain("deviation", "unexplained");
    }

    private List<String> termsOf(String ciId, Signal signal) {
        return rank(alarm(ciId, signal)).stream().filter(cause -> cause.ciId().equals(ciId)).flatMap(cause -> cause.terms().stream())
                .map(Term::name).toList();
    }
}
