/// How far the journals of what was accepted are written to the graph.
@NullMarked
package dev.faultline.graph.journal;

import org.jspecify.annotations.NullMarked;
