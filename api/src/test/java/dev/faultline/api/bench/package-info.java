@NullMarked
package dev.faultline.api.bench;

import org.jspecify.annotations.NullMarked;
