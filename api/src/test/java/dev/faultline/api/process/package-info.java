@NullMarked
package dev.faultline.api.process;

import org.jspecify.annotations.NullMarked;
