package dev.faultline.rca.scene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.topology.TopologySnapshot;

/// Lays an incident out: finds the candidates around what suffers, decides when it was abnormal, and judges the series.
public final class SceneBuilder {
    private SceneBuilder() {}

    public static Scene build(TopologySnapshot snapshot, Evidence evidence, CandidateLevel level, Rules rules) {
        List<Integer> nodes = Neighbourhood.around(snapshot, seeds(snapshot, evidence), rules.limits());
        UnitTable table = UnitTable.of(snapshot, nodes, level != CandidateLevel.INSTANCE);
        Set<Integer> symptomUnits = new TreeSet<>();
        for (String ciId : suffering(evidence)) {
            Integer unit = table.unitOf().get(ciId);
            if (unit != null) {
                symptomUnits.add(unit);
            }
        }
        UnitGraph graph = table.graph();
        SeriesJudge judge = new SeriesJudge(evidence, rules, table, graph, List.copyOf(symptomUnits), signals(evidence));
        return new Scene(evidence, rules, judge.time(), table.units(), table.unitOf(), graph, List.copyOf(symptomUnits),
                signals(evidence), judge.views());
    }

    static Set<Integer> seeds(TopologySnapshot snapshot, Evidence evidence) {
        Set<Integer> seeds = new LinkedHashSet<>();
        suffering(evidence).forEach(ciId -> snapshot.find(ciId).ifPresent(seeds::add));
        return seeds;
    }

    /// Ids of the CIs that suffer, in ascending order: those of the symptoms, and without any, those of the alerts.
    private static Set<String> suffering(Evidence evidence) {
        Set<String> ids = new TreeSet<>();
        evidence.symptoms().forEach(symptom -> addEnds(ids, symptom.subject()));
        if (ids.isEmpty()) {
            evidence.alerts().stream().map(Alert::subject).filter(java.util.Objects::nonNull).forEach(subject -> addEnds(ids, subject));
        }
        return ids;
    }

    private static void addEnds(Set<String> ids, Subject subject) {
        switch (subject) {
            case Subject.OfCi ci -> ids.add(ci.ciId());
            case Subject.OfCalls calls -> ids.addAll(List.of(calls.callerId(), calls.calleeId()));
        }
    }

    private static Set<Signal> signals(Evidence evidence) {
        List<Signal> signals = new ArrayList<>(evidence.symptoms().stream().map(Symptom::signal).toList());
        if (signals.isEmpty()) {
            signals.addAll(evidence.alerts().stream().map(Alert::signal).toList());
        }
        return signals.isEmpty() ? EnumSet.of(Signal.UNKNOWN) : EnumSet.copyOf(signals);
    }
}
