/// The files in which accepted request bodies outlive a crash until what they say is in the graph.
@NullMarked
package dev.faultline.collectors.otlp.journal;

import org.jspecify.annotations.NullMarked;
