/// An incident laid out for ranking: candidates, who calls whom among them, and their signals.
@NullMarked
package dev.faultline.rca.scene;

import org.jspecify.annotations.NullMarked;
