package dev.faultline.api.command;

import org.junit.jupiter.api.Test;

import dev.faultline.api.http.Json;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTextTest {
    private static final String EXPLANATION = """
            {"incidentId": "i-1", "title": "slow", "outcome": "DIFFERENT", "sentence": "computed again", "differences": ["the score differs"],
             "ranking": {"version": 3, "at": "2026-03-02T09:30:00Z", "rulesVersion": "1-ab", "summary": "db it is", "limits": ["edges"],
              "causes": [{"rank": 1, "ciId": "c-1", "ciName": "db", "kind": "LATENCY", "score": 2.5, "confidence": 0.75, "deploymentId": null,
               "terms": [{"name": "unexplained", "weight": 3.0, "value": 0.5, "contribution": 1.5, "evidence": "half of it stays here"}],
               "path": [{"fromId": "c-1", "fromName": "db", "via": "CALLED_BY", "toId": "shop", "toName": "shop", "observed": false}],
               "evidenceFor": ["half of it stays here"], "evidenceAgainst": ["nothing was changed here"]}]}}""";

    @Test
    void tellsOutcomeTermsPathAndEvidence() {
        String text = new ExplanationText(Json.MAPPER.readTree(EXPLANATION)).text();

        assertThat(text.lines()).containsSubsequence("Incident 'slow' (i-1)",
                "Ranking 3 of 2026-03-02T09:30:00Z, by rules 1-ab: db it is", "DIFFERENT: computed again", "  - the score differs",
                "  cut short by the limit 'edges'", "1. db [c-1] (LATENCY, score 2.500, confidence 0.75)",
                "   unexplained  3.00 x 0.500 = 1.500  half of it stays here", "   path: db [c-1] -CALLED_BY-> shop (shows no anomaly)",
                "   + half of it stays here", "   - nothing was changed here");
    }
}
