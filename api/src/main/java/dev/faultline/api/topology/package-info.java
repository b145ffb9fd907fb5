/// The topology in memory, kept up to date from the graph.
@NullMarked
package dev.faultline.api.topology;

import org.jspecify.annotations.NullMarked;
