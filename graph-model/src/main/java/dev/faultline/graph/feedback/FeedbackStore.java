package dev.faultline.graph.feedback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.neo4j.GraphConnection;

/// What people said of rankings, in the graph.
public final class FeedbackStore {
    /// So much is read of one incident, the latest first.
    public static final int OF_ONE_INCIDENT_MAX = 200;

    private final GraphConnection graph;

    public FeedbackStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// Keeps what a person said, durable when it returns; what was said before in the same words stays as it was.
    ///
    /// @return whether it is new
    public boolean save(Feedback feedback) {
        return graph.write(work -> work.one("feedback/save-feedback", FeedbackRows.toParameters(feedback),
                row -> row.get("created").asBoolean())).orElse(false);
    }

    /// What was said of an incident, latest first.
    public List<Feedback> ofIncident(String incidentId) {
        return ofIncidents(List.of(incidentId)).getOrDefault(incidentId, List.of());
    }

    /// What was said of incidents, latest first, by incident id.
    public Map<String, List<Feedback>> ofIncidents(Collection<String> incidentIds) {
        Map<String, List<Feedback>> found = new HashMap<>();
        List<Feedback> all = graph.read(work -> work.list("feedback/list-feedback",
                Map.of("incidentIds", List.copyOf(incidentIds), "limit", OF_ONE_INCIDENT_MAX),
                row -> FeedbackRows.fromProperties(row.get("feedback"))));
        all.forEach(one -> found.computeIfAbsent(one.incidentId(), absent -> new ArrayList<>()).add(one));
        return found;
    }
}
