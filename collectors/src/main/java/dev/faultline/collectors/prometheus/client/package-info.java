/// The HTTP API of Prometheus: queries out, series in, each with its limits.
@NullMarked
package dev.faultline.collectors.prometheus.client;

import org.jspecify.annotations.NullMarked;
