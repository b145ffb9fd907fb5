@NullMarked
package dev.faultline.api.demo.broker;

import org.jspecify.annotations.NullMarked;
