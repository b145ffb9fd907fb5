@NullMarked
package dev.faultline.api.http;

import org.jspecify.annotations.NullMarked;
