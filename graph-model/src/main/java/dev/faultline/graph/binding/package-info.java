/// Finding the CI or call edge that a text of the outside world means.
@NullMarked
package dev.faultline.graph.binding;

import org.jspecify.annotations.NullMarked;
