/// What sources say about CIs, and the runs in which they say it.
@NullMarked
package dev.faultline.graph.claim;

import org.jspecify.annotations.NullMarked;
