package dev.faultline.rca.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Subject;

/// Turns the minutes of call edges into series: for the calls between two CIs, for each callee, and for each instance.
///
/// The step is ten seconds where enough is called, and up to a minute where less is. A step without calls of a subject that was
/// seen before counts as no calls, so that silence shows. Where no edge at all has calls, nothing was observed and the step is NaN:
/// then the measuring stopped, not the components. The last slice that anything was seen in may be incomplete and is left out.
public final class CallSeries {
    private CallSeries() {}

    /// Returns the series of these slices, by subject in the order of the edges.
    ///
    /// @param minutes of these edges, in any order; those of other edges or minutes are passed over
    /// @param reported whether all calls of the slices are known, so that none of them is incomplete
    public static List<Series> of(Collection<CallEdge> edges, Collection<SlicedMinute> minutes, SliceRange slices, boolean reported) {
        Map<Subject, SliceTotals> totals = totals(edges, minutes, slices);
        BitSet measured = new BitSet(slices.count());
        totals.values().forEach(ofSubject -> ofSubject.markMeasured(measured));
        int complete = reported || measured.isEmpty() ? slices.count() : Math.max(1, measured.length() - 1);
        List<Series> series = new ArrayList<>();
        totals.forEach((subject, ofSubject) -> series.addAll(ofSubject.toSeries(subject, measured, complete)));
        return series;
    }

    private static Map<Subject, SliceTotals> totals(Collection<CallEdge> edges, Collection<SlicedMinute> minutes,
            SliceRange slices) {
        Map<String, List<SliceTotals>> totalsByEdge = new LinkedHashMap<>();
        Map<Subject, SliceTotals> totalsBySubject = new LinkedHashMap<>();
        for (CallEdge edge : edges) {
            totalsByEdge.put(edge.id(), subjects(edge).stream()
                    .map(subject -> totalsBySubject.computeIfAbsent(subject, absent -> new SliceTotals(slices))).toList());
        }
        for (SlicedMinute minute : minutes) {
            totalsByEdge.getOrDefault(minute.edgeId(), List.of()).forEach(totals -> totals.add(minute));
        }
        return totalsBySubject;
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
