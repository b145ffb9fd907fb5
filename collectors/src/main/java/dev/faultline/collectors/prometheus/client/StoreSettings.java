package dev.faultline.collectors.prometheus.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where the store is and how it is asked.
///
/// @param url what comes before `/api/v1`
/// @param tenant sent as `X-Scope-OrgID`, as stores with tenants ask for it
/// @param timeout how long one query may take
/// @param patience how long one ranking waits for the store; what comes later is for the next ranking
/// @param step from one value of a series to the next
/// @param range what rates are taken over; at least twice what the store takes between two scrapes
/// @param discovery how often the store is asked what it knows
public record StoreSettings(URI url, Credentials credentials, Optional<String> tenant, Duration timeout, Duration patience, Duration step,
        Duration range, Duration discovery) {
    public StoreSettings {
        String scheme = url.getScheme();
        if (scheme == null || !(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null || url.getUserInfo() != null
                || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("metric store is '" + (url.getUserInfo() == null ? url : url.getHost())
                    + "', expected an address such as http://prometheus:9090, without user, query and fragment");
        }
    }
}
