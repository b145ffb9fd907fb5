/// What people say of rankings: kept and counted, and never used to rank.
@NullMarked
package dev.faultline.graph.feedback;

import org.jspecify.annotations.NullMarked;
