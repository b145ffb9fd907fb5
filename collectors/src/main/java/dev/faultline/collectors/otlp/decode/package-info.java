/// How spans are read from OTLP's two encodings.
@NullMarked
package dev.faultline.collectors.otlp.decode;

import org.jspecify.annotations.NullMarked;
