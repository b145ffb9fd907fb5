@NullMarked
package dev.faultline.api.demo;

import org.jspecify.annotations.NullMarked;
