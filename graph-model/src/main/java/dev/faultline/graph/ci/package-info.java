/// Configuration items and the relations between them.
@NullMarked
package dev.faultline.graph.ci;

import org.jspecify.annotations.NullMarked;
