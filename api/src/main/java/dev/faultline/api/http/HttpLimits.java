package dev.faultline.api.http;

import java.time.Duration;

import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;

/// Bounds of the server: threads, connections, and the patience with slow clients.
///
/// @param idleMax how long a connection may be silent, and how long the head of a request may take to arrive
/// @param bodyTimeMax how long a body may take to arrive
/// @param stopTimeMax how long running requests may take to end when the server stops
public record HttpLimits(int threadsMax, int connectionsMax, Duration idleMax, Duration bodyTimeMax, Duration stopTimeMax) {

    /// The bounds that the settings name.
    public static HttpLimits of(Settings settings) {
        return new HttpLimits(settings.get(Keys.HTTP_THREADS_MAX), settings.get(Keys.HTTP_CONNECTIONS_MAX),
                settings.get(Keys.HTTP_IDLE_MAX),
                settings.get(Keys.HTTP_BODY_TIME_MAX), settings.get(Keys.HTTP_STOP_TIME_MAX));
    }
}
