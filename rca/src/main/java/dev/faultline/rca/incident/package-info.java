/// Which alerts belong together.
@NullMarked
package dev.faultline.rca.incident;

import org.jspecify.annotations.NullMarked;
