/// Alerts of any monitor over HTTP: who may send them, and how they are answered.
@NullMarked
package dev.faultline.api.webhook;

import org.jspecify.annotations.NullMarked;
