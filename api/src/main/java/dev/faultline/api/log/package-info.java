/// Logs as evidence, wired by the settings.
@NullMarked
package dev.faultline.api.log;

import org.jspecify.annotations.NullMarked;
