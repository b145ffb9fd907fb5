package dev.faultline.api.command;

import java.util.Locale;

import tools.jackson.databind.JsonNode;

/// An explanation as people read it in a terminal.
final class ExplanationText {
    private final JsonNode explanation;
    private final StringBuilder text = new StringBuilder();

    ExplanationText(JsonNode explanation) {
        this.explanation = explanation;
    }

    String text() {
        JsonNode ranking = explanation.path("ranking");
        line("Incident '" + word(explanation, "title") + "' (" + word(explanation, "incidentId") + ")");
        line("Ranking " + ranking.path("version").asInt() + " of " + word(ranking, "at") + ", by rules " + word(ranking, "rulesVersion")
                + ": " + word(ranking, "summary"));
        line(word(explanation, "outcome") + ": " + word(explanation, "sentence"));
        explanation.path("differences").forEach(difference -> line("  - " + difference.asString("")));
        ranking.path("limits").forEach(limit -> line("  cut short by the limit '" + limit.asString("") + "'"));
        ranking.path("distinctions").forEach(distinction -> line(word(distinction, "sentence")));
        ranking.path("causes").forEach(this::cause);
        return text.toString();
    }

    private void cause(JsonNode cause) {
        line("");
        line(String.format(Locale.ROOT, "%d. %s (%s, score %.3f, confidence %.2f)", cause.path("rank").asInt(),
                named(cause, "ciName", "ciId"), word(cause, "kind"), cause.path("score").asDouble(),
                cause.path("confidence").asDouble()));
        if (!cause.path("deploymentId").isNull()) {
            line("   blamed change: " + word(cause, "deploymentId"));
        }
        cause.path("terms").forEach(this::term);
        path(cause.path("path"));
        cause.path("evidenceFor").forEach(evidence -> line("   + " + evidence.asString("")));
        cause.path("evidenceAgainst").forEach(evidence -> line("   - " + evidence.asString("")));
    }

    private void term(JsonNode term) {
        line(String.format(Locale.ROOT, "   %-12s %.2f x %.3f = %.3f  %s", word(term, "name"), term.path("weight").asDouble(),
                term.path("value").asDouble(), term.path("contribution").asDouble(), word(term, "evidence")));
    }

    private void path(JsonNode steps) {
        if (steps.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder("   path: " + named(steps.get(0), "fromName", "fromId"));
        steps.forEach(step -> path.append(" -").append(word(step, "via")).append("-> ").append(named(step, "toName", "toId"))
                .append(step.path("observed").asBoolean() ? "" : " (shows no anomaly)"));
        line(path.toString());
    }

    private static String named(JsonNode node, String name, String id) {
        String known = word(node, name);
        return known.isEmpty() || known.equals(word(node, id)) ? word(node, id) : known + " [" + word(node, id) + "]";
    }

    private static String word(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private void line(String content) {
        text.append(content).append(System.lineSeparator());
    }
}
