/// What was stored of calls, as the evidence that a ranking reads.
@NullMarked
package dev.faultline.rca.evidence;

import org.jspecify.annotations.NullMarked;
