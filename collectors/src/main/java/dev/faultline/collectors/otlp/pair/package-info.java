/// Spans into calls: the two sides of a call find each other, and calls are summed by edge and minute.
@NullMarked
package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.NullMarked;
