/// Ranks recorded incidents and writes the rankings, as the `rank` command does.
@NullMarked
package dev.faultline.api.rank;

import org.jspecify.annotations.NullMarked;
