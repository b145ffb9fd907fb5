/// Which alerts do not count, by their labels or by what they are on.
@NullMarked
package dev.faultline.rca.suppression;

import org.jspecify.annotations.NullMarked;
