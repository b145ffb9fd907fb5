package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.List;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.symptom.Symptom;

/// Ranks the causes of what is suffered, with whatever evidence there is.
@FunctionalInterface
public interface Ranker {

    /// Ranks as of an instant; nothing later is looked at.
    Ranked rank(List<Symptom> symptoms, List<Alert> alerts, Instant at);
}
