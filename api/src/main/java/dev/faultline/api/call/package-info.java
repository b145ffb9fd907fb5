/// Calls from OTLP traces, wired by the settings.
@NullMarked
package dev.faultline.api.call;

import org.jspecify.annotations.NullMarked;
