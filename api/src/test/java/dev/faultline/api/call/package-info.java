@NullMarked
package dev.faultline.api.call;

import org.jspecify.annotations.NullMarked;
