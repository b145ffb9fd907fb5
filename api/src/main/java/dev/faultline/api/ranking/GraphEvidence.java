package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.rca.topology.TopologySnapshot;

/// The evidence that is in the graph.
final class GraphEvidence {
    private static final int DEPLOYMENTS_PER_CI_MAX = 10;

    private GraphEvidence() {}

    static EvidenceSources sources(GraphConnection graph, Supplier<TopologySnapshot> topology) {
        return new EvidenceSources(topology, new Calls(new CallEdgeStore(graph)), new Deployments(new DeploymentQueries(graph)));
    }

    private record Calls(CallEdgeStore store) implements EvidenceSources.Calls {
        @Override
        public List<CallEdge> edges(Collection<String> ciIds) {
            return store.byCallees(ciIds);
        }

        @Override
        public List<CallWindow> windows(Collection<String> edgeIds, long fromMinute, long toMinute) {
            return store.windows(edgeIds, fromMinute, toMinute);
        }
    }

    private record Deployments(DeploymentQueries queries) implements EvidenceSources.Deployments {
        @Override
        public List<PlacedDeployment> of(Collection<String> ciIds, Instant from, Instant to) {
            Map<String, PlacedDeployment> byId = new LinkedHashMap<>();
            queries.byCiIds(ciIds, from, to, DEPLOYMENTS_PER_CI_MAX).values()
                    .forEach(placed -> placed.forEach(one -> byId.put(one.deployment().id(), one)));
            return byId.values().stream().sorted((one, other) -> one.deployment().id().compareTo(other.deployment().id())).toList();
        }
    }
}
