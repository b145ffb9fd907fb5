package dev.faultline.collectors.recorded;

import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.topology.Topology;

/// One recorded incident: the graph as it was, what was observed, and what is to be ranked.
///
/// @param level what is ranked, in the words of the record, such as `Service` or `any CI of the topology`
public record RecordedIncident(String name, String level, Topology topology, Evidence evidence) {}
