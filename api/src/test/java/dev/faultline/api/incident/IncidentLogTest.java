package dev.faultline.api.incident;

import java.time.Instant;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.incident.RankingVersion;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentLogTest {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(IncidentLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final IncidentLog log = new IncidentLog(id -> "name of " + id);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void whatHappensToAnIncidentIsALineEach() {
        log.saved(incident(null), false, List.of());
        log.saved(incident(null), true, List.of());
        log.saved(incident(null), true, List.of("i-2"));
        log.saved(incident(START.plusSeconds(600)), true, List.of());
        log.saved(incident(START.plusSeconds(600)), false, List.of());

        assertThat(told()).containsExactly("incident 'LatencyHigh' opened with 1 alerts (i-1)",
                "incident 'LatencyHigh' took 1 others in (i-1)",
                "incident 'LatencyHigh' resolved after 10 min (i-1)");
    }

    @Test
    void aRankingIsToldByTheNameOfItsFirstCauseWhereThatIsAnother() {
        log.ranked(incident(null), null, version("a"));
        log.ranked(incident(null), version("a"), version("a"));
        log.ranked(incident(null), version("a"), version("b"));
        log.ranked(incident(null), version("b"), version(null));

        assertThat(told()).containsExactly("incident 'LatencyHigh' is most likely caused by name of a, latency (i-1)",
                "incident 'LatencyHigh' is most likely caused by name of b, latency (i-1)",
                "incident 'LatencyHigh' has no known cause (i-1)");
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Incident incident(@Nullable Instant resolvedAt) {
        return new Incident("i-1", "LatencyHigh", resolvedAt == null ? IncidentState.OPEN : IncidentState.RESOLVED, START, START,
                resolvedAt,
                List.of("a"), null);
    }

    private static RankingVersion version(@Nullable String ciId) {
        List<Cause> causes = ciId == null
                ? List.of()
                : List.of(new Cause(1, ciId, CauseKind.LATENCY, 1, 1, null, List.of(), List.of(), List.of(), List.of()));
        RankingBasis basis = new RankingBasis(START, START, new TimeWindow(START, START.plusSeconds(1)), List.of(), 1, List.of(),
                List.of());
        return new RankingVersion("i-1", 1, new Ranking(START, "rules", ciId == null, "summary", causes), basis);
    }
}
