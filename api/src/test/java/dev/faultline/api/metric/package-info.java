/// The chain from exporters to rankings, with the programs that people run.
@NullMarked
package dev.faultline.api.metric;

import org.jspecify.annotations.NullMarked;
