package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentOutcome;
import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MaintenanceWorkTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(60);

    private final TopologySnapshot snapshot = TopologySnapshot.of(new Topology(NOON,
            List.of(new TopologyNode("host", "Host", "host"), new TopologyNode("shop", "Service", "shop"),
                    new TopologyNode("shop-1", "ServiceInstance", "shop-1")),
            List.of(new TopologyLink("INSTANCE_OF", "shop-1", "shop"), new TopologyLink("RUNS_ON", "shop-1", "host")), List.of()));

    @Test
    void workOnAnInstanceIsAChangeOfItAmongTheOthersOfItsService() {
        assertThat(of(END.plusSeconds(1), window("shop-1"))).containsExactly(new Deployment("w", "shop", null, MaintenanceWork.VERSION,
                List.of("shop-1"), List.of(), NOON, END, "ann", DeploymentOutcome.SUCCEEDED, List.of()));
    }

    @Test
    void workThatGoesOnIsAChangeThatRuns() {
        assertThat(of(NOON.plusSeconds(1), window("host", "shop"))).extracting(Deployment::service, Deployment::outcome)
                .containsExactly(tuple("host", DeploymentOutcome.RUNNING),
                        tuple("shop", DeploymentOutcome.RUNNING));
    }

    @Test
    void whatIsNotAroundAndWhatIsASilenceIsNoChange() {
        Suppression silence = suppression(new SuppressionScope.OfLabels(List.of(new LabelMatcher("a", "b", false, true))));

        assertThat(of(END, silence, window("elsewhere"))).isEmpty();
    }

    private List<Deployment> of(Instant at, Suppression... windows) {
        return MaintenanceWork.of(List.of(windows), Set.of("host", "shop", "shop-1"), snapshot, at);
    }

    private static Suppression window(String... ciIds) {
        return suppression(new SuppressionScope.OfCis(List.of(ciIds), null));
    }

    private static Suppression suppression(SuppressionScope scope) {
        return new Suppression("w", scope, NOON, END, "ann", "new kernel", NOON, null);
    }
}
