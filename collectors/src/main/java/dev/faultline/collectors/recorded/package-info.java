/// Reads folders of recorded incidents, so that the ranking can be measured on them; labels in there are never opened.
@NullMarked
package dev.faultline.collectors.recorded;

import org.jspecify.annotations.NullMarked;
