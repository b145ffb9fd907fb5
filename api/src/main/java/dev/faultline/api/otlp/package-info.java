/// OTLP over HTTP, the same for every signal.
@NullMarked
package dev.faultline.api.otlp;

import org.jspecify.annotations.NullMarked;
