/// Spans as the call edges need them, and how they are read from OTLP's two encodings.
@NullMarked
package dev.faultline.collectors.otlp.span;

import org.jspecify.annotations.NullMarked;
