/// Alerts over HTTP: the webhook that takes them in, and the pages that show them.
@NullMarked
package dev.faultline.api.alert;

import org.jspecify.annotations.NullMarked;
