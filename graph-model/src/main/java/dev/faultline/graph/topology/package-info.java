/// The rows that an in-memory topology snapshot is built from and refreshed by.
@NullMarked
package dev.faultline.graph.topology;

import org.jspecify.annotations.NullMarked;
