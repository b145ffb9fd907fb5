/// Cypher that people write themselves: read only, with limits on rows, size and time.
@NullMarked
package dev.faultline.graph.analyst;

import org.jspecify.annotations.NullMarked;
