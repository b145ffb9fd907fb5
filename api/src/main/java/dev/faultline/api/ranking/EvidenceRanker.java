package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.explanation.RankingInput;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.topology.Topology;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesText;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.scene.SceneTopology;
import dev.faultline.rca.topology.TopologySnapshot;

/// Reads the evidence around what is suffered and has the engine rank it, from nothing but what can be kept beside the answer.
public final class EvidenceRanker implements Ranker {
    private final Supplier<TopologySnapshot> topology;
    private final EvidenceReader reader;
    private final RankingEngine engine;
    private final Rules rules;
    private final String rulesText;

    EvidenceRanker(EvidenceSources sources, EvidenceLimits limits, Rules rules) {
        this.topology = sources.topology();
        this.reader = new EvidenceReader(sources, limits, rules);
        this.engine = new RankingEngine(rules);
        this.rules = rules;
        this.rulesText = RulesText.of(rules);
    }

    /// Ranks over a graph.
    ///
    /// @param topology gives the newest snapshot
    /// @param metrics of CIs that are not in the graph
    /// @param logs of CIs that are not in the graph
    /// @param lead how long before the onset a fault may have begun
    public static Ranker over(GraphConnection graph, Supplier<TopologySnapshot> topology, MetricSource metrics, LogSource logs, Rules rules,
            Duration lead) {
        return new EvidenceRanker(GraphEvidence.sources(graph, topology, metrics, logs), EvidenceLimits.DEFAULT.withLead(lead), rules);
    }

    @Override
    public Ranked rank(List<Symptom> symptoms, List<Alert> alerts, Instant at) {
        TopologySnapshot snapshot = topology.get();
        EvidenceReader.Reading reading = reader.read(snapshot, symptoms, alerts, at);
        Topology near = SceneTopology.of(snapshot, reading.evidence(), rules.limits());
        RankingInput input = new RankingInput(Program.NAME, rulesText, CandidateLevel.ANY.name(), near, reading.evidence());
        return new Ranked(engine.rank(SceneTopology.snapshot(near), reading.evidence(), CandidateLevel.ANY, at), reading.basis(), input);
    }
}
