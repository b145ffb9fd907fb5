package dev.faultline.graph.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import dev.faultline.graph.deployment.PlacedDeployment.Change;
import dev.faultline.graph.neo4j.GraphConnection;

/// Reads deployments: by page, by id, and by CI.
public final class DeploymentQueries {

    /// How many deployments a page has at most.
    public static final int PAGE_MAX = 1_000;

    private final GraphConnection graph;

    public DeploymentQueries(GraphConnection graph) {
        this.graph = graph;
    }

    /// A page of deployments, those that started last first.
    ///
    /// @param after cursor of the page before; null for the first
    /// @throws IllegalArgumentException where the cursor is none of ours
    public DeploymentPage page(DeploymentFilter filter, @Nullable String after, int limit) {
        int count = Math.clamp(limit, 1, PAGE_MAX);
        DeploymentCursor cursor = after == null ? DeploymentCursor.FIRST : DeploymentCursor.parse(after);
        var parameters = new HashMap<String, Object>(Map.of("startedFromMillis", millis(filter.startedFrom(), Long.MIN_VALUE),
                "startedBeforeMillis", millis(filter.startedBefore(), Long.MAX_VALUE), "beforeMillis", cursor.startedAtMillis(), "afterId",
                cursor.id(), "limit", count + 1));
        parameters.put("service", filter.service());
        List<PlacedDeployment> all = graph
                .read(work -> work.list("deployment/list-deployments", parameters, DeploymentQueries::placed));
        boolean more = all.size() > count;
        List<PlacedDeployment> shown = more ? all.subList(0, count) : all;
        return new DeploymentPage(shown, more ? DeploymentPage.cursor(shown.getLast()) : null);
    }

    /// The deployments of these ids; those that do not exist are left out.
    public List<PlacedDeployment> byIds(Collection<String> ids) {
        return graph.read(work -> work.list("deployment/find-deployments", Map.of("ids", List.copyOf(ids)), DeploymentQueries::placed));
    }

    /// The latest deployments that changed each CI and started in a time range.
    public Map<String, List<PlacedDeployment>> byCiIds(Collection<String> ciIds, @Nullable Instant startedFrom,
            @Nullable Instant startedBefore, int limit) {
        var deployments = new HashMap<String, List<PlacedDeployment>>();
        var parameters = Map.of("ciIds", List.copyOf(ciIds), "startedFromMillis", millis(startedFrom, Long.MIN_VALUE),
                "startedBeforeMillis",
                millis(startedBefore, Long.MAX_VALUE), "limit", Math.clamp(limit, 1, PAGE_MAX));
        graph.read(work -> work.list("deployment/list-deployments-of-cis", parameters,
                row -> deployments.computeIfAbsent(row.get("ciId").asString(), ciId -> new ArrayList<>()).add(placed(row))));
        return deployments;
    }

    static PlacedDeployment placed(Record row) {
        return new PlacedDeployment(Objects.requireNonNull(DeploymentProperties.read(row.get("deployment").asMap())),
                row.get("changes").asList(DeploymentQueries::change));
    }

    private static Change change(Value value) {
        return new Change(DeploymentPlace.valueOf(value.get("place").asString()), value.get("ciId").asString());
    }

    private static long millis(@Nullable Instant time, long otherwise) {
        return time == null ? otherwise : time.toEpochMilli();
    }
}
