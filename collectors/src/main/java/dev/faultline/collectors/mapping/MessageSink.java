package dev.faultline.collectors.mapping;

import tools.jackson.databind.JsonNode;

/// Takes messages of senders that wait for no answer.
public interface MessageSink {

    /// Takes a message, or counts it as dropped where too many wait; never waits.
    void take(JsonNode message);

    /// Counts what was sent and is no message, with a sentence on it.
    void refuse(String sentence);
}
