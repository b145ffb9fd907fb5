@NullMarked
package dev.faultline.api.demo.monitor;

import org.jspecify.annotations.NullMarked;
