package dev.faultline.rca.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;

import static org.assertj.core.api.Assertions.assertThat;

class OnsetTest {
    private static final Instant NOW = Instant.parse("2026-01-01T09:30:00Z");

    @Test
    void nothingHasNoOnset() {
        assertThat(Onset.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void ambientWarningsBeforeTheFaultAreNotItsOnset() {
        assertThat(minutes(warning(-52), warning(-40), warning(-27), warning(-14), critical(-5))).isEqualTo(-5);
    }

    @Test
    void ambientWarningsBeforeAFaultOfWarningsAreNotItsOnset() {
        assertThat(minutes(warning(-52), warning(-40), warning(-27), warning(-14), warning(-5))).isEqualTo(-5);
    }

    @Test
    void aFaultAmongManyAmbientWarningsBeginsWithItsWorstAlert() {
        List<Alert> alerts = new ArrayList<>(IntStream.rangeClosed(-15, -2).mapToObj(i -> warning(i * 4)).toList());
        alerts.add(critical(-6));
        assertThat(minutes(alerts.toArray(Alert[]::new))).isBetween(-16L, -6L);
    }

    @Test
    void aStormBeginsWithItsFirstAlertHoweverLongItLasts() {
        assertThat(minutes(IntStream.rangeClosed(0, 25).mapToObj(i -> critical(i - 25)).toArray(Alert[]::new))).isEqualTo(-25);
    }

    @Test
    void aLateFollowerOfAStormIsNotItsOnset() {
        List<Alert> alerts = new ArrayList<>(IntStream.rangeClosed(0, 9).mapToObj(i -> warning(i % 3 - 20)).toList());
        alerts.add(warning(-5));
        assertThat(minutes(alerts.toArray(Alert[]::new))).isEqualTo(-20);
    }

    @Test
    void aSecondStormIsTheOnsetOnceItIsAsHeavyAsTheFirst() {
        List<Alert> alerts = new ArrayList<>();
        IntStream.rangeClosed(0, 9).forEach(i -> {
            alerts.add(warning(i % 3 - 40));
            alerts.add(warning(i % 3 - 12));
        });
        assertThat(minutes(alerts.toArray(Alert[]::new))).isEqualTo(-12);
    }

    @Test
    void milderAlertsOfTheSameBurstAnnounceIt() {
        assertThat(minutes(warning(-30), warning(-9), warning(-8), critical(-5))).isEqualTo(-9);
    }

    @Test
    void aSignalThatBecomesWorseBeganAsItWasMild() {
        assertThat(minutes(alert(-19, Severity.WARNING, Signal.LATENCY), alert(-5, Severity.CRITICAL, Signal.LATENCY))).isEqualTo(-19);
    }

    @Test
    void symptomsCountWhereThereAreNoAlerts() {
        List<Symptom> symptoms = IntStream.of(-40, -6, -5)
                .mapToObj(minute -> new Symptom(new Subject.OfCi("gateway"), Signal.UNKNOWN, at(minute))).toList();
        assertThat(Onset.of(symptoms, List.of())).contains(at(-6));
    }

    @Test
    void orderDoesNotMatter() {
        Random random = new Random(3);
        List<Alert> alerts = new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> warning(-random.nextInt(120))).toList());
        var expected = Onset.of(List.of(), alerts);
        Collections.shuffle(alerts, random);
        assertThat(Onset.of(List.of(), alerts)).isEqualTo(expected);
    }

    private static long minutes(Alert... alerts) {
        return (Onset.of(List.of(), List.of(alerts)).orElseThrow().getEpochSecond() - NOW.getEpochSecond()) / 60;
    }

    private static Alert warning(int minute) {
        return alert(minute, Severity.WARNING, Signal.RESOURCE);
    }

    private static Alert critical(int minute) {
        return alert(minute, Severity.CRITICAL, Signal.LATENCY);
    }

    private static Alert alert(int minute, Severity severity, Signal signal) {
        return new Alert("k" + minute, "test", "k" + minute, "slow", AlertState.FIRING, severity, signal, at(minute), null, at(minute), 0,
                Map.of(), Map.of(), new Subject.OfCi("gateway"));
    }

    private static Instant at(int minute) {
        return NOW.plusSeconds(60L * minute);
    }
}
