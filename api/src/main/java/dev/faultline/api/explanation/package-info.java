/// Stored rankings computed again from what was stored with them.
@NullMarked
package dev.faultline.api.explanation;

import org.jspecify.annotations.NullMarked;
