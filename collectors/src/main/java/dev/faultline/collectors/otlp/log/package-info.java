/// Log lines as they come by OTLP, and their sums by origin, minute, level and template.
@NullMarked
package dev.faultline.collectors.otlp.log;

import org.jspecify.annotations.NullMarked;
