/// The faults that the demo injects, for real, and what is true of each.
@NullMarked
package dev.faultline.api.demo.fault;

import org.jspecify.annotations.NullMarked;
