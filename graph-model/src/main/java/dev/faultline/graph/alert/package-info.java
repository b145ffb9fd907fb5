/// Alerts: one condition on one CI or call edge, from firing to resolved.
@NullMarked
package dev.faultline.graph.alert;

import org.jspecify.annotations.NullMarked;
