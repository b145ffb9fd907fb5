/// CloudEvents 1.0: the three ways in which HTTP carries them, as one form.
@NullMarked
package dev.faultline.collectors.cloudevents;

import org.jspecify.annotations.NullMarked;
