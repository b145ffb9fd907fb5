/// Silences and maintenance windows: said over HTTP, and held against the alerts that fire.
@NullMarked
package dev.faultline.api.suppression;

import org.jspecify.annotations.NullMarked;
