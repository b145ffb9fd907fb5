/// Ranking with the evidence that is in the graph.
@NullMarked
package dev.faultline.api.ranking;

import org.jspecify.annotations.NullMarked;
