package dev.faultline.api.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.api.Parts;
import dev.faultline.api.demo.fault.FaultKind;
import dev.faultline.api.settings.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/// The demo from end to end: real processes, real faults, a real database, and nothing but the wire between them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
    private static final long QUIET_SECONDS = 12;
    private static final int PLACE_MAX = 3;
    /// Of seven faults; one may hide behind the minutes of the fault before it, since windows of calls are a minute long.
    private static final int NEAR_MIN = 6;
    private static final int FOUND_MIN = 5;

    private final Parts parts = new Parts();
    /// Children of this test's JVM that are not the demo's, such as a database that other tests share.
    private final Set<ProcessHandle> others = ProcessHandle.current().descendants().collect(Collectors.toUnmodifiableSet());
    private @Nullable Demo demo;

    @BeforeAll
    void startTheDemo(@TempDir Path folder) throws InterruptedException {
        Settings settings = Settings.of(Map.of("data.directory", folder.resolve("data").toString(), "http.port", "0"));
        demo = Demo.start(settings, folder.resolve("broker"), Clock.systemUTC(), System.out::println, parts);
        assertThat(demo().awaitNormal()).as("the monitor knows what is normal; it saw %s", demo().monitor().view()).isTrue();
    }

    @AfterAll
    void stopTheDemo() {
        parts.close();
        assertThat(ProcessHandle.current().descendants().filter(process -> !others.contains(process)).map(ProcessHandle::info))
                .as("processes left behind").isEmpty();
    }

    private Demo demo() {
        return Objects.requireNonNull(demo);
    }

    @Test
    @Order(1)
    void aQuietMorningRaisesNoIncident() throws InterruptedException {
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);

        assertThat(demo().client().incidents()).isEmpty();
    }

    @Test
    @Order(2)
    void theTruthOfEveryFaultIsAmongTheFirstCauses() throws InterruptedException {
        List<Trial> trials = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            Trial trial = demo().runTrial(kind, null);
            System.out.println(TrialText.of(trial));
            trials.add(trial);
        }

        String answers = trials.stream().map(TrialText::of).collect(Collectors.joining("\n"));
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(trials).as(answers).allMatch(trial -> trial.alertAt() != null && trial.incident() != null);
            softly.assertThat(trials.stream().filter(trial -> trial.place() >= 1 && trial.place() <= PLACE_MAX)).as(answers)
                    .hasSizeGreaterThanOrEqualTo(NEAR_MIN);
            softly.assertThat(trials.stream().filter(Trial::isFound)).as(answers).hasSizeGreaterThanOrEqualTo(FOUND_MIN);
        });
    }
}
