/// Turns what sources claim into changes of the graph: identification, validation, merging of values, and the gate before removals.
@NullMarked
package dev.faultline.collectors.reconciliation;

import org.jspecify.annotations.NullMarked;
