package dev.faultline.api.graphql;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Something by its id or key, now or as of an instant.
record AsOfKey(String id, @Nullable Instant asOf) {}
