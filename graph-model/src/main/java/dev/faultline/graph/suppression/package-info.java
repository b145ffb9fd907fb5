/// Suppressions: that alerts do not count for a while, by their labels (silences) or by what they are on (maintenance windows).
@NullMarked
package dev.faultline.graph.suppression;

import org.jspecify.annotations.NullMarked;
