/// What the engine takes as given: weights, propagation and limits, as versioned data.
@NullMarked
package dev.faultline.rca.rules;

import org.jspecify.annotations.NullMarked;
