/// The monitoring of the demo's broker: it reads metrics, applies rules, and sends alerts as Prometheus and Alertmanager would.
@NullMarked
package dev.faultline.api.demo.monitor;

import org.jspecify.annotations.NullMarked;
