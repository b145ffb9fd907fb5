@NullMarked
package dev.faultline.api.webhook;

import org.jspecify.annotations.NullMarked;
