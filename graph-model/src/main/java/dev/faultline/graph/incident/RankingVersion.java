package dev.faultline.graph.incident;

import dev.faultline.graph.ci.Required;

/// One kept answer to an incident: versions count up from 1, and a later one stands for what was known later.
public record RankingVersion(String incidentId, long version, Ranking ranking, RankingBasis basis) {
    public RankingVersion {
        Required.text("ranking incidentId", incidentId);
        if (version < 1) {
            throw new IllegalArgumentException("ranking version of incident " + incidentId + " is " + version + ", expected 1 or more");
        }
    }
}
