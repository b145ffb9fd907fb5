/// A metric store as evidence, wired by the settings.
@NullMarked
package dev.faultline.api.metric;

import org.jspecify.annotations.NullMarked;
