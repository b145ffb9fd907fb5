package dev.faultline.graph.topology;

import java.time.Instant;
import java.util.List;

/// All CIs, relations and calls as of an instant: what a snapshot is built from.
public record Topology(Instant asOf, List<TopologyNode> nodes, List<TopologyLink> links, List<TopologyCall> calls) {}
