/// Log lines as counts: how often a CI said what, by minute and level, with a few lines to show.
@NullMarked
package dev.faultline.graph.log;

import org.jspecify.annotations.NullMarked;
