/// One process of the demo's broker: a small HTTP service that works, keeps state, calls others and reports spans and metrics.
@NullMarked
package dev.faultline.api.demo.broker;

import org.jspecify.annotations.NullMarked;
