@NullMarked
package dev.faultline.api.openapi;

import org.jspecify.annotations.NullMarked;
