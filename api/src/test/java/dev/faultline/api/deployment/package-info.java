@NullMarked
package dev.faultline.api.deployment;

import org.jspecify.annotations.NullMarked;
