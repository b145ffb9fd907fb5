package dev.faultline.api.settings;

import java.util.List;

import dev.faultline.api.ApiException;

/// What is wrong with the settings: one sentence for every wrong key or value.
public final class SettingsException extends ApiException {
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
