package dev.faultline.rca.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.statistics.Quantiles;

/// Turns the minutes of call edges into series: for the calls between two CIs, for each callee, and for each instance.
///
/// The step is ten seconds where enough is called, and up to a minute where less is. A step without calls of a subject that was
/// seen before counts as no calls, so that silence shows. Where no edge at all has calls, nothing was observed and the step is NaN:
/// then the measuring stopped, not the components. The last slice is left out while most of its calls are still to come.
public final class CallSeries {
    private static final double INCOMPLETE_SHARE = 0.5;

    private CallSeries() {}

    /// Returns the series of these slices, by subject in the order of the edges.
    ///
    /// @param minutes of these edges, in any order; those of other edges or minutes are passed over
    /// @param reported whether all calls of the slices are known, so that none of them is incomplete
    public static List<Series> of(Collection<CallEdge> edges, Collection<SlicedMinute> minutes, SliceRange slices, boolean reported) {
        Map<Subject, SliceTotals> totals = totals(edges, minutes, slices);
        double[] calls = new double[slices.count()];
        totals.values().forEach(ofSubject -> ofSubject.addCallsTo(calls));
        int complete = reported ? slices.count() : complete(calls);
        List<Series> series = new ArrayList<>();
        totals.forEach((subject, ofSubject) -> series.addAll(ofSubject.toSeries(subject, calls, complete)));
        return series;
    }

    /// How many slices are known as a whole: the last one with calls may still be coming in where it has far fewer than usual.
    private static int complete(double[] calls) {
        double[] measured = Arrays.stream(calls).filter(count -> count > 0).toArray();
        int last = calls.length - 1;
        while (last > 0 && calls[last] <= 0) {
            last--;
        }
        return Math.max(1, calls[last] < INCOMPLETE_SHARE * Quantiles.median(measured) ? last : last + 1);
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
