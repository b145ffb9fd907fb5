package dev.faultline.graph.deployment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.binding.CiFinder;
import dev.faultline.graph.binding.Rebinding;
import dev.faultline.graph.deployment.PlacedDeployment.Change;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// Keeps deployments: one node an id, linked to the CIs that it changed as far as they exist.
public final class DeploymentStore implements AutoCloseable {

    /// How many deployments with missing CIs one pass looks at.
    private static final int REBIND_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentStore.class);

    private final GraphConnection graph;
    private final List<Consumer<PlacedDeployment>> listeners = new CopyOnWriteArrayList<>();
    private final Rebinding rebinding;
    private String boundUpTo = "";

    private DeploymentStore(GraphConnection graph) {
        this.graph = graph;
        rebinding = Rebinding.of("deployments", this::rebind);
    }

    /// Opens the store, and begins to look after places without a CI.
    public static DeploymentStore open(GraphConnection graph) {
        return new DeploymentStore(graph);
    }

    /// Calls somebody after each report that was stored: be quick.
    public void onChange(Consumer<PlacedDeployment> listener) {
        listeners.add(listener);
    }

    /// Stores a report in place of an earlier one of its id. A report that the deployment runs, which comes after its end,
    /// is late and changes nothing.
    ///
    /// @return what is stored now
    public PlacedDeployment save(Deployment report) {
        PlacedDeployment placed = graph.write(work -> {
            Deployment stored = work.one("deployment/lock-deployment", Map.of("id", report.id()),
                    row -> java.util.Optional.ofNullable(DeploymentProperties.read(row.get("deployment").asMap()))).flatMap(each -> each)
                    .orElse(null);
            return place(work, isLate(report, stored) ? Objects.requireNonNull(stored) : report);
        });
        tell(placed);
        return placed;
    }

    private static boolean isLate(Deployment report, @Nullable Deployment stored) {
        return stored != null && stored.outcome() != DeploymentOutcome.RUNNING && report.outcome() == DeploymentOutcome.RUNNING
                && !report.startedAt().isAfter(stored.startedAt());
    }

    private static PlacedDeployment place(GraphWork work, Deployment deployment) {
        DeploymentPlaces.Found found = DeploymentPlaces.of(deployment).find(new CiFinder(work));
        List<Map<String, String>> links = found.changes().stream()
                .map(change -> Map.of("place", change.place().name(), "ciId", change.ciId())).toList();
        work.run("deployment/save-deployment",
                Map.of("id", deployment.id(), "properties", DeploymentProperties.of(deployment), "links", links,
                        "unbound", !found.complete()));
        return new PlacedDeployment(deployment, found.changes());
    }

    /// Looks again at deployments that name a place without a CI, the next page of them, and links those that have one now.
    public synchronized void rebind() {
        String after = boundUpTo;
        List<Deployment> unbound = graph.read(work -> work.list("deployment/list-unbound-deployments",
                Map.of("afterId", after, "limit", REBIND_MAX),
                row -> Objects.requireNonNull(DeploymentProperties.read(row.get("deployment").asMap()))));
        for (Deployment deployment : unbound) {
            rebind(deployment.id());
        }
        boundUpTo = unbound.size() < REBIND_MAX ? "" : unbound.getLast().id();
    }

    private void rebind(String id) {
        graph.write(work -> {
            List<PlacedDeployment> stored = work.list("deployment/find-deployments", Map.of("ids", List.of(id)), DeploymentQueries::placed);
            for (PlacedDeployment placed : stored) {
                List<Change> now = DeploymentPlaces.of(placed.deployment()).find(new CiFinder(work)).changes();
                if (!placed.changes().containsAll(now)) {
                    place(work, placed.deployment());
                }
            }
            return stored;
        });
    }

    private void tell(PlacedDeployment placed) {
        for (Consumer<PlacedDeployment> listener : listeners) {
            try {
                listener.accept(placed);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on deployment {}", placed.deployment().id(), e);
            }
        }
    }

    @Override
    public void close() {
        rebinding.close();
    }
}
