/// Benchmarks: what Faultline does in a second, each beside its yardstick in the same run.
@NullMarked
package dev.faultline.api.bench;

import org.jspecify.annotations.NullMarked;
