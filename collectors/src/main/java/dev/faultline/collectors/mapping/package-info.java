/// Alerts of any monitor, read by mappings that are data: where in a message its alerts lie, and what of them means what.
@NullMarked
package dev.faultline.collectors.mapping;

import org.jspecify.annotations.NullMarked;
