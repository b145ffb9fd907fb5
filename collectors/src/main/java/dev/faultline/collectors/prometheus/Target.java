package dev.faultline.collectors.prometheus;

import java.util.List;

import dev.faultline.collectors.prometheus.rule.SourceRule;
import dev.faultline.graph.symptom.Subject;

/// Something in the graph that a source of the store measures.
///
/// @param key values of the source's keys
record Target(SourceRule source, List<String> key, Subject subject) {}
