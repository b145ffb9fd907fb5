package dev.faultline.rca.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;

/// Finds when what an incident suffers from now began.
///
/// An incident may hold alerts that are older than its fault, as something ambient nearly always fires; evidence is to be read
/// around the fault and not around those. Alerts make bursts; the newest burst that is not slight beside the heaviest counts, so that
/// neither what was there before nor a late follower is taken for the fault. It began with the first of its worst alerts, or with the
/// milder ones that announced it. Pure; O(alerts log alerts).
public final class Onset {
    /// How much time after an onset evidence is looked at.
    public static final Duration SPAN = Duration.ofMinutes(30);
    /// Alerts further apart than this are not of one burst.
    static final Duration GAP_MAX = Duration.ofMinutes(5);
    /// Milder alerts announce a burst by no more than this.
    static final Duration ANNOUNCED_MAX = Duration.ofMinutes(10);
    /// The same signal of the same subject becomes worse within this.
    static final Duration ESCALATED_MAX = Duration.ofMinutes(15);
    /// A burst of less than this part of the heaviest one is slight.
    private static final double SLIGHT = 0.5;

    private record Kind(Subject subject, Signal signal) {}

    private record Mark(Instant at, Severity severity, Kind kind) {
        int weight() {
            return switch (severity) {
                case CRITICAL -> 4;
                case WARNING -> 2;
                case INFO -> 1;
            };
        }
    }

    private Onset() {}

    /// When it began; nothing where there is neither an alert with a subject nor a symptom.
    ///
    /// @param symptoms what counts where there are no such alerts
    /// @param alerts those of the incident
    public static Optional<Instant> of(Collection<Symptom> symptoms, Collection<Alert> alerts) {
        List<Mark> ofAlerts = new ArrayList<>();
        for (Alert alert : alerts) {
            Subject subject = alert.subject();
            if (subject != null) {
                ofAlerts.add(new Mark(alert.startsAt(), alert.severity(), new Kind(subject, alert.signal())));
            }
        }
        List<Mark> ofSymptoms = symptoms.stream()
                .map(symptom -> new Mark(symptom.at(), Severity.WARNING, new Kind(symptom.subject(), symptom.signal()))).toList();
        List<Mark> marks = (ofAlerts.isEmpty() ? ofSymptoms : ofAlerts).stream().sorted(Comparator.comparing(Mark::at)).toList();
        return marks.isEmpty() ? Optional.empty() : Optional.of(announced(worst(chosen(bursts(marks))), marks));
    }

    private static List<List<Mark>> bursts(List<Mark> marks) {
        List<List<Mark>> bursts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= marks.size(); i++) {
            if (i == marks.size() || marks.get(i - 1).at().plus(GAP_MAX).isBefore(marks.get(i).at())) {
                bursts.add(marks.subList(from, i));
                from = i;
            }
        }
        return bursts;
    }

    private static List<Mark> chosen(List<List<Mark>> bursts) {
        double enough = SLIGHT * bursts.stream().mapToInt(Onset::weight).max().orElse(0);
        return bursts.reversed().stream().filter(burst -> weight(burst) >= enough).findFirst().orElseThrow();
    }

    private static int weight(List<Mark> burst) {
        return burst.stream().mapToInt(Mark::weight).sum();
    }

    /// The worst alerts of a burst; where they last longer than the span, those of the span with most of them, the latest of several.
    private static List<Mark> worst(List<Mark> burst) {
        Severity worst = burst.stream().map(Mark::severity).max(Comparator.naturalOrder()).orElseThrow();
        List<Mark> marks = burst.stream().filter(mark -> mark.severity() == worst).toList();
        List<Mark> fullest = List.of();
        int end = 0;
        for (int from = 0; from < marks.size(); from++) {
            while (end < marks.size() && !marks.get(end).at().isAfter(marks.get(from).at().plus(SPAN))) {
                end++;
            }
            fullest = end - from >= fullest.size() ? marks.subList(from, end) : fullest;
        }
        return fullest;
    }

    private static Instant announced(List<Mark> worst, List<Mark> marks) {
        Instant burst = worst.getFirst().at();
        Set<Kind> kinds = new HashSet<>(worst.stream().map(Mark::kind).toList());
        Instant onset = burst;
        for (Mark mark : marks.reversed()) {
            boolean close = !mark.at().isBefore(burst.minus(ANNOUNCED_MAX)) && !mark.at().plus(GAP_MAX).isBefore(onset);
            boolean milder = mark.severity().compareTo(worst.getFirst().severity()) < 0;
            boolean escalated = milder && kinds.contains(mark.kind()) && !mark.at().isBefore(burst.minus(ESCALATED_MAX));
            if (mark.at().isBefore(onset) && (close || escalated)) {
                onset = mark.at();
            }
        }
        return onset;
    }
}
