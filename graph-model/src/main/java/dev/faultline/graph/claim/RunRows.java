package dev.faultline.graph.claim;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.neo4j.driver.Value;

/// Reports of runs as the properties of their nodes.
final class RunRows {
    private RunRows() {}

    static Map<String, Object> properties(RunReport report) {
        var counts = report.counts();
        var properties = new HashMap<String, Object>(Map.of("claims", counts.claims(), "unchanged", counts.unchanged(), "created",
                counts.created(), "updated", counts.updated(), "returned", counts.returned(), "retired", counts.retired(), "relationsAdded",
                counts.relationsAdded(), "relationsRemoved", counts.relationsRemoved(), "held", counts.held(), "problemCount",
                counts.problems()));
        properties.put("id", report.id());
        properties.put("source", report.source());
        properties.put("scope", report.scope());
        properties.put("startedAtMillis", report.startedAt().toEpochMilli());
        properties.put("endedAtMillis", report.endedAt().toEpochMilli());
        properties.put("outcome", report.outcome().name());
        if (report.problem() != null) {
            properties.put("problem", report.problem());
        }
        properties.put("verdict", report.verdict().name());
        properties.put("problems", report.problems());
        return properties;
    }

    static RunReport report(Value run) {
        return new RunReport(run.get("id").asString(), run.get("source").asString(), run.get("scope").asString(),
                Instant.ofEpochMilli(run.get("startedAtMillis").asLong()), Instant.ofEpochMilli(run.get("endedAtMillis").asLong()),
                RunOutcome.valueOf(run.get("outcome").asString()), run.get("problem").asString(null),
                Verdict.valueOf(run.get("verdict").asString()), counts(run), run.get("problems").asList(Value::asString));
    }

    private static RunCounts counts(Value run) {
        return new RunCounts(run.get("claims").asInt(), run.get("unchanged").asInt(), run.get("created").asInt(),
                run.get("updated").asInt(), run.get("returned").asInt(), run.get("retired").asInt(), run.get("relationsAdded").asInt(),
                run.get("relationsRemoved").asInt(), run.get("held").asInt(), run.get("problemCount").asInt());
    }
}
