package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;

/// Ranking nodes as property maps, both ways. A list of records becomes one list property for each component, so that Cypher can read it.
final class RankingRows {
    private static final String NO_CALLER = "";
    /// For what is nested deeper than the properties of a node can be.
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Distinction>> DISTINCTIONS = new TypeReference<>() {
    };

    private RankingRows() {}

    static Map<String, Object> toProperties(RankingVersion version) {
        Ranking ranking = version.ranking();
        RankingBasis basis = version.basis();
        List<Symptom> symptoms = basis.symptoms();
        Map<String, Object> properties = new HashMap<>();
        properties.put("incidentId", version.incidentId());
        properties.put("version", version.version());
        properties.put("atMillis", ranking.at().toEpochMilli());
        properties.put("rulesVersion", ranking.rulesVersion());
        properties.put("unknown", ranking.unknown());
        properties.put("summary", ranking.summary());
        properties.put("topologyAsOfMillis", basis.topologyAsOf().toEpochMilli());
        properties.put("detectedAtMillis", basis.detectedAt().toEpochMilli());
        properties.put("windowFromMillis", basis.window().from().toEpochMilli());
        properties.put("windowToMillis", basis.window().to().toEpochMilli());
        properties.put("symptomCallerIds", symptoms.stream().map(RankingRows::callerId).toList());
        properties.put("symptomCiIds", symptoms.stream().map(symptom -> symptom.subject().owner()).toList());
        properties.put("symptomSignals", symptoms.stream().map(symptom -> symptom.signal().name()).toList());
        properties.put("symptomAtMillis", symptoms.stream().map(symptom -> symptom.at().toEpochMilli()).toList());
        properties.put("alertCount", basis.alertCount());
        properties.put("deploymentIds", basis.deploymentIds());
        properties.put("limits", basis.limits());
        properties.put("distinctions", JSON.writeValueAsString(ranking.distinctions()));
        properties.put("distinctionSentences", ranking.distinctions().stream().map(Distinction::sentence).toList());
        return properties;
    }

    static RankingVersion fromProperties(Properties ranking, List<Properties> causes) {
        RankingBasis basis = new RankingBasis(ranking.instant("topologyAsOfMillis"), ranking.instant("detectedAtMillis"),
                new TimeWindow(ranking.instant("windowFromMillis"), ranking.instant("windowToMillis")), symptoms(ranking),
                (int) ranking.number("alertCount"), ranking.texts("deploymentIds"), ranking.texts("limits"));
        Ranking answer = new Ranking(ranking.instant("atMillis"), ranking.text("rulesVersion"), ranking.flag("unknown"),
                ranking.text("summary"), causes.stream().map(CauseRows::fromProperties).toList(), distinctions(ranking));
        return new RankingVersion(ranking.text("incidentId"), ranking.number("version"), answer, basis);
    }

    /// Rankings of an earlier version have none.
    private static List<Distinction> distinctions(Properties ranking) {
        String text = ranking.textOrNull("distinctions");
        return text == null ? List.of() : JSON.readValue(text, DISTINCTIONS);
    }

    private static List<Symptom> symptoms(Properties ranking) {
        List<String> callerIds = ranking.texts("symptomCallerIds");
        List<String> ciIds = ranking.texts("symptomCiIds");
        List<String> signals = ranking.texts("symptomSignals");
        List<Long> times = ranking.numbers("symptomAtMillis");
        List<Symptom> symptoms = new ArrayList<>(ciIds.size());
        for (int i = 0; i < ciIds.size(); i++) {
            String callerId = callerIds.get(i);
            String ciId = ciIds.get(i);
            Subject subject = callerId.equals(NO_CALLER) ? new Subject.OfCi(ciId) : new Subject.OfCalls(callerId, ciId);
            symptoms.add(new Symptom(subject, Signal.valueOf(signals.get(i)), Instant.ofEpochMilli(times.get(i))));
        }
        return symptoms;
    }

    private static String callerId(Symptom symptom) {
        return switch (symptom.subject()) {
            case Subject.OfCi ignored -> NO_CALLER;
            case Subject.OfCalls calls -> calls.callerId();
        };
    }
}
