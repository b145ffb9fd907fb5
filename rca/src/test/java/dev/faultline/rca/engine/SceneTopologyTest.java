package dev.faultline.rca.engine;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.scene.SceneTopology;
import dev.faultline.rca.topology.TopologySnapshot;

import static org.assertj.core.api.Assertions.assertThat;

class SceneTopologyTest {
    private static final Rules.Limits LIMITS = RulesReader.defaults().limits();

    private final Incidents incident = new Incidents().services("gateway", "trading", "risk", "store").host("h1").host("h2")
            .instance("trading-1", "trading", "h1").instance("trading-2", "trading", "h2").instance("far-1", "far", "h9")
            .calls("gateway", "trading").calls("trading", "risk").calls("risk", "store").suffers("gateway", Signal.LATENCY)
            .latency("gateway", 0.2, 1.2).latency("trading", 0.15, 1.15).latency("trading-2", 0.15, 2.15).latency("risk", 0.1, 0.1);
    private final Evidence evidence = incident.evidence(AlertHistory.NONE);

    @Test
    void aRankingOverThePartIsTheOneOverTheWhole() {
        incident.nodes.add(0, new TopologyNode("lonely", "Service", "lonely"));
        TopologySnapshot whole = TopologySnapshot.of(incident.topology());
        Topology part = SceneTopology.of(whole, evidence, LIMITS);

        Ranking ranking = RankingEngine.withDefaults().rank(SceneTopology.snapshot(part), evidence, CandidateLevel.ANY, Incidents.NOW);

        assertThat(ranking).isEqualTo(incident.rank(CandidateLevel.ANY));
        assertThat(ranking.causes()).isNotEmpty();
    }

    @Test
    void whatNoPathLeadsToIsLeftOut() {
        incident.nodes.add(new TopologyNode("lonely", "Service", "lonely"));

        Topology part = SceneTopology.of(TopologySnapshot.of(incident.topology()), evidence, LIMITS);

        assertThat(part.nodes()).extracting(TopologyNode::id).doesNotContain("lonely", "far-1").contains("trading-2", "h2", "store");
    }

    @Test
    void theServiceOfAnInstanceIsKeptPastTheLimit() {
        Rules.Limits few = new Rules.Limits(1, 1, 10, 5);
        Incidents instance = new Incidents().services("trading").host("h1").instance("trading-1", "trading", "h1").suffers("trading-1",
                Signal.ERRORS);

        Topology part = SceneTopology.of(TopologySnapshot.of(instance.topology()), instance.evidence(AlertHistory.NONE), few);

        assertThat(part.nodes()).extracting(TopologyNode::id).isEqualTo(List.of("trading-1", "trading"));
    }
}
