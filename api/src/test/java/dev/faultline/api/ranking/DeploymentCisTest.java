package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.graph.deployment.DeploymentOutcome;
import dev.faultline.graph.deployment.DeploymentPlace;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.deployment.PlacedDeployment.Change;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentCisTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:30:00Z");

    @Test
    void anInstanceIsFoundByItsNameWithoutThatOfItsService() {
        assertThat(named(List.of("trading-2")).instances()).containsExactly("id-2");
    }

    @Test
    void whatTheGraphFoundIsTakenByItsId() {
        Deployment named = named(List.of("pod-of-another-name"), new Change(DeploymentPlace.INSTANCE, "id-1"));

        assertThat(named.instances()).containsExactly("id-1");
    }

    @Test
    void anInstanceThatWasNeverSeenKeepsItsNameBesideOnesThatWere() {
        assertThat(named(List.of("trading-1", "trading-9")).instances()).containsExactly("id-1", "trading-9");
    }

    @Test
    void namesThatNothingElseUsesTellOfNoInstance() {
        assertThat(named(List.of("7f6d-xyz", "7f6d-abc")).instances()).isEmpty();
    }

    @Test
    void batchesNameIdsToo() {
        DeploymentBatch batch = new DeploymentBatch(AT, null, List.of("trading-2"), List.of("trading-1"));
        Deployment deployment = new Deployment("release", "trading", "1", "2", List.of(), List.of(), AT, null, "ann",
                DeploymentOutcome.RUNNING, List.of(batch));

        Deployment named = DeploymentCis.named(new PlacedDeployment(deployment, List.of()), "service", snapshot());

        assertThat(named.batches()).containsExactly(new DeploymentBatch(AT, null, List.of("id-2"), List.of("id-1")));
    }

    private static Deployment named(List<String> instances, Change... changes) {
        Deployment deployment = new Deployment("release", "trading", "1", "2", instances, List.of(), AT, null, "ann",
                DeploymentOutcome.RUNNING, List.of());
        return DeploymentCis.named(new PlacedDeployment(deployment, List.of(changes)), "service", snapshot());
    }

    private static TopologySnapshot snapshot() {
        List<TopologyNode> nodes = List.of(new TopologyNode("service", "Service", "trading"),
                new TopologyNode("id-1", "ServiceInstance", "trading trading-1"),
                new TopologyNode("id-2", "ServiceInstance", "trading trading-2"));
        List<TopologyLink> links = Stream.of("id-1", "id-2").map(id -> new TopologyLink("INSTANCE_OF", id, "service")).toList();
        return TopologySnapshot.of(new Topology(AT, nodes, links, List.of()));
    }
}
