/// Spans as the call edges need them.
@NullMarked
package dev.faultline.collectors.otlp.span;

import org.jspecify.annotations.NullMarked;
