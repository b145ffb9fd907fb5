package dev.faultline.rca.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.scene.Scene;

/// Weighs the alerts of each unit by how much they tell.
///
/// An alert weighs its surprise, -ln p, with p the share of the earlier incidents with alerts of its name in which it fired at this
/// place (Shannon's self-information; smoothed by a few incidents in which it fired anywhere, Dirichlet); without history all
/// weigh the same. Alerts of one family at one unit tell of the same thing, so their weights add up as independent errors do, by
/// the root of the sum of squares. An error of a call tells of both ends, as a caller may ask what cannot be answered; of the
/// other complaints of a caller, half is put down to the callee.
/// Traffic comes from callers: what a unit tells of its traffic is put down to a caller that tells the same.
final class AlertWeights {
    private static final double CALLER_DISCOUNT = 0.5;
    private static final double CALLER_DISCOUNT_MAX = 3.0;
    private static final double PRIOR_INCIDENTS = 5;
    private static final String OUTGOING = "out|";
    private static final List<String> RESOURCES = List.of("cpu", "disk", "fs", "mem", "net", "thread");

    /// What the alerts of a unit weigh.
    ///
    /// @param share the weight as a share of the largest one, in [0, 1]
    record Weight(double total, double share, int alerts, String example) {}

    private final Scene scene;
    private final Map<Integer, Map<String, Double>> squares = new TreeMap<>();
    private final Map<Integer, Double> discount = new TreeMap<>();
    private final Map<Integer, List<Alert>> alerts = new TreeMap<>();
    private final Set<Integer> traffic = new TreeSet<>();

    private AlertWeights(Scene scene) {
        this.scene = scene;
    }

    /// Weights by unit, for units with any alert.
    static Map<Integer, Weight> of(Scene scene) {
        AlertWeights weights = new AlertWeights(scene);
        distinct(scene).sorted(Comparator.comparing(Alert::key)).forEach(weights::add);
        return weights.weights();
    }

    private static Stream<Alert> distinct(Scene scene) {
        Map<String, Alert> byFingerprint = new TreeMap<>();
        scene.evidence().alerts().stream().filter(alert -> alert.state() == AlertState.FIRING)
                .forEach(alert -> byFingerprint.putIfAbsent(alert.source() + "|" + alert.fingerprint(), alert));
        return byFingerprint.values().stream();
    }

    private void add(Alert alert) {
        Subject subject = alert.subject();
        if (subject == null) {
            return;
        }
        OptionalInt unit = scene.unit(subject.owner());
        double surprise = surprise(alert);
        unit.ifPresent(number -> {
            if (alert.signal() == Signal.TRAFFIC) {
                traffic.add(number);
            }
            squares.computeIfAbsent(number, absent -> new TreeMap<>()).merge(family(alert), surprise * surprise, Double::sum);
            alerts.computeIfAbsent(number, absent -> new ArrayList<>()).add(alert);
        });
        if (subject instanceof Subject.OfCalls calls && !calls.callerId().equals(calls.calleeId())) {
            scene.unit(calls.callerId()).ifPresent(caller -> addComplaint(caller, alert, surprise));
        }
    }

    private void addComplaint(int caller, Alert alert, double surprise) {
        if (alert.signal() == Signal.ERRORS) {
            squares.computeIfAbsent(caller, absent -> new TreeMap<>()).merge(OUTGOING + family(alert), surprise * surprise, Double::sum);
            alerts.computeIfAbsent(caller, absent -> new ArrayList<>()).add(alert);
        } else {
            discount.merge(caller, CALLER_DISCOUNT * Math.min(surprise, CALLER_DISCOUNT_MAX), Double::sum);
        }
    }

    private double surprise(Alert alert) {
        AlertHistory history = scene.evidence().history();
        if (history.incidents() == 0) {
            return 1;
        }
        int here = history.incidentsByFingerprint().getOrDefault(alert.fingerprint(), 0);
        int anywhere = history.incidentsByName().getOrDefault(alert.name(), history.incidents());
        return -Math.log((here + PRIOR_INCIDENTS / scene.units().size()) / (anywhere + PRIOR_INCIDENTS));
    }

    /// What an alert is about, coarsely: kind, class, resource and direction.
    private static String family(Alert alert) {
        String name = alert.name().toLowerCase(Locale.ROOT);
        String resource = alert.signal() == Signal.RESOURCE ? RESOURCES.stream().filter(name::contains).findFirst().orElse(name) : "";
        String direction = name.endsWith(" down") ? "down" : name.endsWith(" up") ? "up" : "";
        return alert.labels().getOrDefault("kind", "") + "|" + alert.signal() + "|" + resource + "|" + direction;
    }

    private double own(int unit, Map<String, Double> families) {
        boolean explained = scene.graph().callers().get(unit).stream().anyMatch(caller -> caller != unit && traffic.contains(caller));
        return families.entrySet().stream().filter(family -> !explained || !isTraffic(family.getKey()))
                .mapToDouble(family -> Math.sqrt(family.getValue())).sum();
    }

    private static boolean isTraffic(String family) {
        return family.contains("|" + Signal.TRAFFIC + "|");
    }

    private Map<Integer, Weight> weights() {
        Map<Integer, Double> totals = new TreeMap<>();
        squares.forEach((unit, families) -> totals.put(unit, Math.max(0,
                own(unit, families) - discount.getOrDefault(unit, 0.0))));
        double largest = totals.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Map<Integer, Weight> weights = new TreeMap<>();
        totals.forEach((unit, total) -> {
            List<Alert> ofUnit = alerts.getOrDefault(unit, List.of());
            Alert rarest = ofUnit.stream().max(Comparator.comparingDouble(this::surprise)
                    .thenComparing(Alert::key)).orElseThrow();
            weights.put(unit, new Weight(total, largest <= 0 ? 0 : total / largest, ofUnit.size(), rarest.name()));
        });
        return weights;
    }
}
