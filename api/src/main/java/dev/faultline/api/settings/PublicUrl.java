package dev.faultline.api.settings;

import java.net.URI;
import java.util.Locale;

/// The address at which browsers reach the server, where a proxy in front of it ends TLS or has another name.
///
/// @param origin scheme, host and port as browsers send them, such as `https://faultline.example.com`
public record PublicUrl(String origin, String host) {

    /// Reads an address such as `https://faultline.example.com`.
    ///
    /// @throws IllegalArgumentException where it is none
    public static PublicUrl parse(String text) {
        URI uri = URI.create(text.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getPath() == null ? "" : uri.getPath();
        boolean isWeb = scheme.equals("http") || scheme.equals("https");
        if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null || !(path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(text);
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean isUsualPort = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        return new PublicUrl(scheme + "://" + host + (isUsualPort ? "" : ":" + uri.getPort()), host);
    }

    /// Whether browsers speak TLS with it.
    public boolean isSecure() {
        return origin.startsWith("https:");
    }
}
