/// What Faultline tells others of incidents: webhooks, and alerts for an Alertmanager.
@NullMarked
package dev.faultline.api.outgoing;

import org.jspecify.annotations.NullMarked;
