package dev.faultline.api.demo;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.IncidentReport.CauseReport;
import dev.faultline.api.demo.IncidentReport.RankingReport;
import dev.faultline.api.demo.IncidentReport.TermReport;

/// A trial as text for a terminal: the truth, the times, and the ranking beside it.
public final class TrialText {
    private static final int CAUSES_MAX = 5;
    private static final int TERMS_MAX = 3;

    private TrialText() {}

    /// The whole trial, a line at a time.
    public static String of(Trial trial) {
        StringBuilder text = new StringBuilder();
        line(text, String.format(Locale.ROOT, "fault    %s: %s", trial.injection().kind().word(), trial.injection().truth().sentence()));
        line(text, String.format(Locale.ROOT, "times    fault to alert %s, alert to first ranking %s, alert to the truth in first place %s",
                seconds(trial.alertSeconds()), seconds(trial.rankingSeconds()), seconds(trial.foundSeconds())));
        IncidentReport incident = trial.incident();
        RankingReport ranking = incident == null ? null : incident.ranking();
        if (incident == null || ranking == null) {
            line(text, "ranking  none came in time");
        } else {
            line(text, String.format(Locale.ROOT, "ranking  %s (%d alerts)%s", incident.title(), incident.alertCount(),
                    ranking.unknown() ? ", cause unknown" : ""));
            ranking.causes().stream().limit(CAUSES_MAX).forEach(cause -> cause(text, cause, trial));
        }
        line(text, String.format(Locale.ROOT, "verdict  %s", verdict(trial)));
        return text.toString();
    }

    /// One sentence on where the truth stands.
    static String verdict(Trial trial) {
        if (trial.isFound()) {
            return "found: the truth is in first place";
        }
        return trial.place() == 0 ? "missed: the truth is not among the causes" : "not first: the truth is in place " + trial.place();
    }

    private static void cause(StringBuilder text, CauseReport cause, Trial trial) {
        line(text,
                String.format(Locale.ROOT, "  %d  %-16s %-9s score %.3f  confidence %.2f%s", cause.rank(), cause.name(), cause.kind(),
                        cause.score(),
                        cause.confidence(), trial.injection().truth().isNamedBy(cause.name()) ? "  <- the truth" : ""));
        List<TermReport> strongest = cause.terms().stream()
                .sorted((left, right) -> Double.compare(Math.abs(right.contribution()), Math.abs(left.contribution()))).limit(TERMS_MAX)
                .toList();
        strongest.forEach(
                term -> line(text, String.format(Locale.ROOT, "       %+.3f %s: %s", term.contribution(), term.name(), term.evidence())));
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? "-" : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
