/// The HTTP server: routes, who may call them, limits, and how errors are told.
@NullMarked
package dev.faultline.api.http;

import org.jspecify.annotations.NullMarked;
