package dev.faultline.collectors.otlp.span;

import org.jspecify.annotations.Nullable;

/// The running copy of a service that made a span, and what its resource says of where it runs.
///
/// @param id what tells it from the other instances of its service
/// @param processId 0 where not said
public record Instance(String id, @Nullable String version, @Nullable String hostName, @Nullable String hostId, long processId,
        @Nullable String containerId, @Nullable String podUid) {}
