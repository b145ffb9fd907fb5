/// Whether Faultline lives, whether it can work, and its metrics.
@NullMarked
package dev.faultline.api.health;

import org.jspecify.annotations.NullMarked;
