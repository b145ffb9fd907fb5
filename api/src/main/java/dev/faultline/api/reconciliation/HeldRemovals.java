package dev.faultline.api.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.reconciliation.CollectorSchedule;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.RunReport;
import dev.faultline.graph.claim.Verdict;
import dev.faultline.graph.neo4j.GraphConnection;

/// Shows the removals that are held back in a scope: as a metric, and as an alert that fires until a complete run holds nothing.
public final class HeldRemovals implements Consumer<RunReport> {
    private static final String SOURCE = "faultline";
    private static final String ALERT_NAME = "RemovalsHeld";

    private final AlertStore alerts;
    private final AlertQueries queries;
    private final Clock clock;

    private HeldRemovals(AlertStore alerts, AlertQueries queries, Clock clock) {
        this.alerts = alerts;
        this.queries = queries;
        this.clock = clock;
    }

    /// What is to be told of each run of a collector.
    public static HeldRemovals of(CollectorSchedule collector, GraphConnection graph, AlertStore alerts, Clock clock,
            MeterRegistry meters) {
        Gauge.builder("faultline.removals.held", collector, each -> held(each.lastReport()))
                .description("claims whose removal waits for approval").tag("source", collector.source()).tag("scope", collector.scope())
                .register(meters);
        return new HeldRemovals(alerts, new AlertQueries(graph), clock);
    }

    @Override
    public void accept(RunReport report) {
        String fingerprint = ALERT_NAME + "/" + report.source() + "/" + report.scope();
        Instant firingSince = queries.byKeys(List.of(SOURCE + ":" + fingerprint)).stream()
                .filter(alert -> alert.state() == AlertState.FIRING).map(Alert::startsAt).findFirst().orElse(null);
        if (report.verdict() == Verdict.HELD) {
            alerts.accept(List.of(notice(report, fingerprint, firingSince == null ? report.startedAt() : firingSince, null)));
        } else if (firingSince != null && report.outcome() == RunOutcome.COMPLETE) {
            alerts.accept(List.of(notice(report, fingerprint, firingSince, report.endedAt())));
        }
    }

    private AlertNotice notice(RunReport report, String fingerprint, Instant startsAt, @Nullable Instant endsAt) {
        return new AlertNotice(SOURCE, fingerprint, endsAt == null ? AlertState.FIRING : AlertState.RESOLVED, startsAt, endsAt,
                Map.of("alertname", ALERT_NAME, "source", report.source(), "scope", report.scope(), "severity", "warning"),
                Map.of("summary", report.counts().held() + " claims were not seen any more and are kept until their removal is approved"),
                clock.instant());
    }

    private static double held(@Nullable RunReport report) {
        return report == null ? 0 : report.counts().held();
    }
}
