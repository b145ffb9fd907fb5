package dev.faultline.api.outgoing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.PublicUrl;
import dev.faultline.api.settings.Settings;

/// Where others find an incident.
///
/// @param base where Faultline answers, without a slash at the end
public record IncidentLink(String base) {

    /// The public address of the settings, or else the one that the server listens on.
    public static IncidentLink of(Settings settings) {
        return new IncidentLink(settings.get(Keys.HTTP_PUBLIC_URL).map(PublicUrl::origin)
                .orElseGet(() -> "http://" + settings.get(Keys.HTTP_HOST) + ":" + settings.get(Keys.HTTP_PORT)));
    }

    String to(String incidentId) {
        return base + "/api/v1/incidents/" + URLEncoder.encode(incidentId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
