/// What rankings were computed from, kept so that they can be computed again.
@NullMarked
package dev.faultline.graph.explanation;

import org.jspecify.annotations.NullMarked;
