/// Logs in Loki, counted by Loki: its API of metrics is that of Prometheus, so that it is asked as a metric store is.
@NullMarked
package dev.faultline.collectors.loki;

import org.jspecify.annotations.NullMarked;
