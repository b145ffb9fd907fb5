@NullMarked
package dev.faultline.api.analyst;

import org.jspecify.annotations.NullMarked;
