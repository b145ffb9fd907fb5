package dev.faultline.rca.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Subject;

/// Turns the windows of call edges into series by the minute: for the calls between two CIs, for each callee, and for each instance.
///
/// A minute without windows of a subject that was seen before counts as no calls, so that silence shows. Where no edge at all has a
/// window, nothing was observed and the minute is NaN: then the measuring stopped, not the components.
public final class CallSeries {
    private CallSeries() {}

    /// Returns the series of `minutes.from` to `minutes.to`, by subject in the order of the edges.
    ///
    /// @param windows of these edges, in any order; those of other edges or minutes are passed over
    public static List<Series> of(Collection<CallEdge> edges, Iterable<CallWindow> windows, MinuteRange minutes) {
        Map<String, List<MinuteTotals>> totalsByEdge = new LinkedHashMap<>();
        Map<Subject, MinuteTotals> totalsBySubject = new LinkedHashMap<>();
        for (CallEdge edge : edges) {
            List<MinuteTotals> totals = new ArrayList<>();
            for (Subject subject : subjects(edge)) {
                totals.add(totalsBySubject.computeIfAbsent(subject, ignored -> new MinuteTotals(minutes)));
            }
            totalsByEdge.put(edge.id(), totals);
        }
        BitSet measured = new BitSet(minutes.count());
        for (CallWindow window : windows) {
            List<MinuteTotals> totals = totalsByEdge.get(window.edgeId());
            if (totals != null && minutes.contains(window.minute())) {
                measured.set(minutes.index(window.minute()));
                totals.forEach(subjectTotals -> subjectTotals.add(window));
            }
        }
        List<Series> series = new ArrayList<>();
        totalsBySubject.forEach((subject, totals) -> series.addAll(totals.toSeries(subject, measured)));
        return series;
    }

    private static List<Subject> subjects(CallEdge edge) {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject.OfCalls(edge.callerId(), edge.calleeId()));
        subjects.add(new Subject.OfCi(edge.calleeId()));
        if (edge.calleeInstanceId() != null) {
            subjects.add(new Subject.OfCi(edge.calleeInstanceId()));
        }
        return subjects;
    }
}
