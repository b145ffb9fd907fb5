/// Metric stores with the HTTP API of Prometheus (Prometheus, VictoriaMetrics, Thanos, Mimir) as evidence.
///
/// Which queries are asked, what they mean, and how labels lead to what is in the graph is data: `metric-rules.yaml`.
@NullMarked
package dev.faultline.collectors.prometheus;

import org.jspecify.annotations.NullMarked;
