package dev.faultline.rca.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.rules.Rules;

/// An incident laid out for ranking: the candidates around its symptoms, who calls whom among them, and their signals.
///
/// @param unitOf number of the unit by the id of a CI
/// @param graph called units, calling units and hosts by unit
/// @param symptomUnits units that suffer, in ascending order
/// @param symptomSignals classes of the symptoms
/// @param views judged series by unit
public record Scene(Evidence evidence, Rules rules, AbnormalTime time, List<Unit> units, Map<String, Integer> unitOf, UnitGraph graph,
        List<Integer> symptomUnits, Set<Signal> symptomSignals, List<List<SignalView>> views) {

    private static final double USUAL_Z = 1;

    public OptionalInt unit(String ciId) {
        Integer number = unitOf.get(ciId);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Classes whose series tell how trouble of the symptoms spreads; of an unknown symptom, both latency and errors.
    public List<Signal> spreadingSignals() {
        List<Signal> signals = symptomSignals.stream()
                .filter(signal -> signal == Signal.LATENCY || signal == Signal.ERRORS || signal == Signal.TRAFFIC).sorted().toList();
        return signals.isEmpty() ? List.of(Signal.LATENCY, Signal.ERRORS) : signals;
    }

    /// The series of one class that speak best for a unit: the preferred metric, from all observers.
    public List<SignalView> preferred(int unit, Signal signal) {
        if (views.get(unit).isEmpty()) {
            return List.of();
        }
        List<SignalView> ofSignal = views.get(unit).stream().filter(view -> view.meaning().signal() == signal && !view.silent()).toList();
        int best = ofSignal.stream().mapToInt(view -> view.meaning().preference()).min().orElse(0);
        return ofSignal.stream().filter(view -> view.meaning().preference() == best).toList();
    }

    /// The largest robust z of a class at a unit; 0 where nothing was observed.
    public double z(int unit, Signal signal) {
        return preferred(unit, signal).stream().mapToDouble(SignalView::z).max().orElse(0);
    }

    /// What a unit costs its callers in a class, by the closest observers only, so that nothing is counted twice.
    public double mass(int unit, Signal signal) {
        return closest(unit, signal).mapToDouble(SignalView::mass).sum();
    }

    /// What the same requests cost in normal time, by the same observers; 0 of shares.
    public double due(int unit, Signal signal) {
        return closest(unit, signal).mapToDouble(SignalView::due).sum();
    }

    private Stream<SignalView> closest(int unit, Signal signal) {
        List<SignalView> best = preferred(unit, signal);
        SignalView.Facet facet = best.stream().map(SignalView::facet).min(Comparator.naturalOrder()).orElse(SignalView.Facet.OWN);
        return best.stream().filter(view -> view.facet() == facet);
    }

    public boolean isObserved(int unit, Signal signal) {
        return !preferred(unit, signal).isEmpty();
    }

    /// Whether any class of a symptom, or an alert, shows at the unit.
    public boolean isAnomalous(int unit) {
        return spreadingSignals().stream().anyMatch(signal -> z(unit, signal) >= rules.anomalousZ());
    }

    /// How sick a unit looks, from 0 where its signals stray as they usually do to 1 where one is anomalous.
    public double sickness(int unit) {
        double z = spreadingSignals().stream().mapToDouble(signal -> z(unit, signal)).max().orElse(0);
        return Math.clamp((z - USUAL_Z) / (rules.anomalousZ() - USUAL_Z), 0, 1);
    }

    /// Whether a unit is asked for far more than normally: then it is slow for that, and not for what it stands on.
    public boolean isSurging(int unit) {
        return preferred(unit, Signal.TRAFFIC).stream()
                .anyMatch(view -> view.z() >= rules.anomalousZ() && view.value() > view.baseline().level());
    }

    /// Units by number for which the predicate of the engine holds, in ascending order.
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>(units.size());
        units.forEach(unit -> numbers.add(unit.number()));
        return numbers;
    }
}
