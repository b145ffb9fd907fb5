@NullMarked
package dev.faultline.api.demo.fleet;

import org.jspecify.annotations.NullMarked;
