/// OTLP traces in, call edges out; OTLP logs in, counts out: what is accepted is in a journal before it is answered, and in the graph soon after.
@NullMarked
package dev.faultline.collectors.otlp;

import org.jspecify.annotations.NullMarked;
