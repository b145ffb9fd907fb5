/// What the ranking engine looks at: symptoms, series, spans and log lines of a span of time.
@NullMarked
package dev.faultline.graph.evidence;

import org.jspecify.annotations.NullMarked;
