/// Alerts to incidents to causes: pure functions over a topology snapshot and evidence.
@NullMarked
package dev.faultline.rca;

import org.jspecify.annotations.NullMarked;
