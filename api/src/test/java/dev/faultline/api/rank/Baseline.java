package dev.faultline.api.rank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.faultline.collectors.recorded.RecordedIncident;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Term;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SceneBuilder;
import dev.faultline.rca.scene.SignalView;
import dev.faultline.rca.scene.SymptomPaths;
import dev.faultline.rca.scene.Unit;
import dev.faultline.rca.topology.TopologySnapshot;

/// A plain way to rank that the engine has to beat: scores by CI.
interface Baseline {
    Map<String, Double> scores(RecordedIncident incident);

    /// All of them by name; random is not ranked but expected, see the scorer.
    static Map<String, Baseline> all(Rules rules) {
        Map<String, Baseline> all = new java.util.LinkedHashMap<>();
        all.put("alert count", incident -> byUnit(incident, rules, Baseline::alerts));
        all.put("deepest anomalous", incident -> byUnit(incident, rules, Baseline::depth));
        all.put("PageRank alone", incident -> byTerm(incident, rules, "pagerank"));
        all.put("BARO-like", incident -> byUnit(incident, rules, Baseline::largest));
        all.put("explain-away alone", incident -> byTerm(incident, rules, "unexplained"));
        return all;
    }

    /// How a unit of a scene scores.
    interface UnitScore {
        double of(Scene scene, Unit unit);
    }

    private static Map<String, Double> byUnit(RecordedIncident incident, Rules rules, UnitScore score) {
        CandidateLevel level = CandidateLevel.ofWords(incident.level());
        Scene scene = SceneBuilder.build(TopologySnapshot.of(incident.topology()), incident.evidence(), level, rules);
        Map<String, Double> scores = new HashMap<>();
        scene.units().stream().filter(unit -> isOfLevel(unit, level, incident))
                .forEach(unit -> scores.put(unit.ciId(), score.of(scene, unit)));
        return scores;
    }

    private static boolean isOfLevel(Unit unit, CandidateLevel level, RecordedIncident incident) {
        return switch (level) {
            case ANY, INSTANCE -> true;
            case SERVICE -> unit.node().type().equals("Service");
            case RELEASE -> incident.evidence().deployments().stream().anyMatch(change -> change.service().equals(unit.ciId()));
        };
    }

    private static double alerts(Scene scene, Unit unit) {
        List<Alert> alerts = scene.evidence().alerts();
        if (alerts.isEmpty()) {
            return scene.views().get(unit.number()).stream().filter(view -> view.z() >= scene.rules().anomalousZ()).count();
        }
        return alerts.stream().filter(alert -> {
            OptionalInt on = alert.subject() == null ? OptionalInt.empty() : scene.unit(alert.subject().owner());
            return on.isPresent() && on.getAsInt() == unit.number();
        }).count();
    }

    private static double depth(Scene scene, Unit unit) {
        return scene.isAnomalous(unit.number()) ? 1 + SymptomPaths.of(scene).steps(unit.number()) : 0;
    }

    private static double largest(Scene scene, Unit unit) {
        return scene.views().get(unit.number()).stream().mapToDouble(SignalView::z).max().orElse(0);
    }

    private static Map<String, Double> byTerm(RecordedIncident incident, Rules rules, String term) {
        Map<String, Double> scores = new HashMap<>();
        for (Cause cause : new RankingEngine(rules).rank(TopologySnapshot.of(incident.topology()), incident.evidence(),
                CandidateLevel.ofWords(incident.level()), incident.evidence().detectedAt()).causes()) {
            scores.put(cause.ciId(), cause.terms().stream().filter(one -> one.name().equals(term)).mapToDouble(Term::value).sum());
        }
        return scores;
    }
}
