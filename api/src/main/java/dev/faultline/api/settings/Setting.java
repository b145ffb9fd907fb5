package dev.faultline.api.settings;

import java.util.Locale;

/// One key of the settings with its default and its rule.
///
/// @param key dotted name in the settings file, such as `http.port`
/// @param purpose what it sets, as a phrase
/// @param defaultText the default as a user would write it; empty where there is none
/// @param secret whether its value is masked wherever it is shown
public record Setting<T>(String key, String purpose, String defaultText, ValueKind<T> kind, boolean secret) {

    static <T> Setting<T> of(String key, ValueKind<T> kind, String defaultText, String purpose) {
        return new Setting<>(key, purpose, defaultText, kind, false);
    }

    static <T> Setting<T> secret(String key, ValueKind<T> kind, String defaultText, String purpose) {
        return new Setting<>(key, purpose, defaultText, kind, true);
    }

    /// Name of the environment variable that sets it too, such as `FAULTLINE_HTTP_PORT`.
    public String environmentName() {
        return SettingsSource.ENVIRONMENT_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
