/// Prometheus Alertmanager: its webhook, version 4.
@NullMarked
package dev.faultline.collectors.alertmanager;

import org.jspecify.annotations.NullMarked;
