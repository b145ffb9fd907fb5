/// Runs of collectors over HTTP, and what is held back of them.
@NullMarked
package dev.faultline.api.reconciliation;

import org.jspecify.annotations.NullMarked;
