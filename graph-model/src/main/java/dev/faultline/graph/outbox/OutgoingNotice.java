package dev.faultline.graph.outbox;

import java.time.Instant;

import dev.faultline.graph.ci.Required;

/// One thing to be told to others.
///
/// @param id the same however often it is sent
/// @param event what happened, such as `incident.opened`
/// @param body what is sent
/// @param attempts how often it was sent in vain
public record OutgoingNotice(String id, String event, String incidentId, String body, Instant at, int attempts) {
    public OutgoingNotice {
        Required.text("notice id", id);
        Required.text("notice event", event);
    }
}
