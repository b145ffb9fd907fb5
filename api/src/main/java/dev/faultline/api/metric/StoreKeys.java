package dev.faultline.api.metric;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.faultline.api.ApiException;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Setting;
import dev.faultline.api.settings.Settings;
import dev.faultline.collectors.prometheus.client.Credentials;
import dev.faultline.collectors.prometheus.client.Credentials.Secret;
import dev.faultline.collectors.prometheus.client.StoreSettings;

/// The settings of a store that has the API of Prometheus: where it is, how it is entered and how long it may take.
record StoreKeys(Setting<Optional<String>> url, Setting<Optional<String>> token, Setting<Optional<String>> tokenFile,
        Setting<Optional<String>> user, Setting<Optional<String>> password, Setting<Optional<String>> passwordFile,
        Setting<Optional<String>> tenant, Setting<Duration> timeout, Setting<Duration> patience, Setting<Duration> discovery) {
    static final StoreKeys PROMETHEUS = new StoreKeys(Keys.PROMETHEUS_URL, Keys.PROMETHEUS_TOKEN, Keys.PROMETHEUS_TOKEN_FILE,
            Keys.PROMETHEUS_USER, Keys.PROMETHEUS_PASSWORD, Keys.PROMETHEUS_PASSWORD_FILE, Keys.PROMETHEUS_TENANT,
            Keys.PROMETHEUS_TIMEOUT, Keys.PROMETHEUS_WAIT, Keys.PROMETHEUS_DISCOVERY);
    static final StoreKeys LOKI = new StoreKeys(Keys.LOKI_URL, Keys.LOKI_TOKEN, Keys.LOKI_TOKEN_FILE, Keys.LOKI_USER, Keys.LOKI_PASSWORD,
            Keys.LOKI_PASSWORD_FILE, Keys.LOKI_TENANT, Keys.LOKI_TIMEOUT, Keys.LOKI_WAIT, Keys.LOKI_DISCOVERY);

    /// @param base what the address ends with before `/api/v1`
    /// @param range what rates and counts are taken over
    StoreSettings read(Settings settings, String base, Duration step, Duration range) {
        try {
            URI address = new StoreSettings(URI.create(settings.get(url).orElseThrow()), credentials(settings), settings.get(tenant),
                    settings.get(timeout), settings.get(patience), step, range, settings.get(discovery)).url();
            return new StoreSettings(URI.create(address.toString().replaceAll("/+$", "") + base), credentials(settings),
                    settings.get(tenant), settings.get(timeout), settings.get(patience), step, range, settings.get(discovery));
        } catch (IllegalArgumentException e) {
            throw new ApiException(url.key() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Credentials credentials(Settings settings) {
        Optional<Secret> bearer = secret(settings.get(token), settings.get(tokenFile));
        Optional<Secret> secret = secret(settings.get(password), settings.get(passwordFile));
        Optional<String> name = settings.get(user);
        if (bearer.isPresent() && name.isPresent()) {
            throw new ApiException(token.key() + " and " + user.key() + " are both set, expected one of them");
        }
        if (name.isPresent() != secret.isPresent()) {
            throw new ApiException(user.key() + " and " + password.key() + " go together, expected both or none of them");
        }
        if (name.isPresent()) {
            return new Credentials.Basic(name.get(), secret.orElseThrow());
        }
        return bearer.<Credentials>map(Credentials.Bearer::new).orElseGet(Credentials.None::new);
    }

    private static Optional<Secret> secret(Optional<String> given, Optional<String> file) {
        return given.<Secret>map(Secret.Given::new).or(() -> file.map(name -> new Secret.InFile(Path.of(name))));
    }
}
