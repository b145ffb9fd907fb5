package dev.faultline.api.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The effective settings: every key with a value that its rule accepts.
public final class Settings {
    private static final String MASK = "********";
    private static final int SUGGESTION_DISTANCE_MAX = 4;

    private final Map<String, String> texts;
    private final Map<String, Object> values;

    private Settings(Map<String, String> texts, Map<String, Object> values) {
        this.texts = texts;
        this.values = values;
    }

    /// Reads and checks the settings; the environment wins over the file, and both over the defaults.
    ///
    /// @throws SettingsException with one sentence for every wrong key or value
    public static Settings load(@Nullable Path named, Map<String, String> environment) {
        Optional<Path> file = SettingsSource.file(named, environment);
        return of(file.map(SettingsSource::read).orElse(Map.of()), environment, file.map(Path::toString).orElse("settings"));
    }

    /// Checks settings that are at hand, by dotted key.
    public static Settings of(Map<String, String> byKey) {
        return of(byKey, Map.of(), "settings");
    }

    private static Settings of(Map<String, String> fromFile, Map<String, String> environment, String fileName) {
        List<String> problems = new ArrayList<>(unknown(fromFile.keySet(), Setting::key, fileName));
        problems.addAll(unknown(environment.keySet().stream()
                .filter(name -> name.startsWith(SettingsSource.ENVIRONMENT_PREFIX) && !SettingsSource.OTHER_VARIABLES.contains(name))
                .sorted()
                .toList(), Setting::environmentName, "environment"));
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Object> values = new HashMap<>();
        for (Setting<?> setting : Keys.ALL) {
            String variable = environment.get(setting.environmentName());
            String text = variable != null ? variable : fromFile.getOrDefault(setting.key(), setting.defaultText());
            String origin = variable != null ? "environment: " + setting.environmentName() : fileName + ": " + setting.key();
            texts.put(setting.key(), text);
            try {
                values.put(setting.key(), setting.kind().parser().apply(text.strip()));
            } catch (IllegalArgumentException e) {
                String shown = setting.secret() ? "a value" : "'" + text + "'";
                problems.add(origin + " is " + shown + ", expected " + setting.kind().expectation());
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(texts, values);
    }

    /// The value of a key.
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting.key());
        if (value == null) {
            throw new IllegalArgumentException("setting " + setting.key() + " is not in the list of keys");
        }
        return (T) value;
    }

    /// The same settings with one key set otherwise.
    public Settings with(Setting<?> setting, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(setting.key(), text);
        return of(changed);
    }

    /// The effective settings as the lines of a settings file, secrets masked.
    public String show() {
        return Keys.ALL.stream().map(setting -> {
            String text = texts.getOrDefault(setting.key(), "");
            String shown = setting.secret() && !text.isEmpty() ? MASK : text;
            return setting.key() + ": \"" + shown.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> unknown(Iterable<String> names, Function<Setting<?>, String> nameOf, String origin) {
        List<String> known = Keys.ALL.stream().map(nameOf).toList();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add(origin + ": " + name + " is not a setting" + suggestion(name, known));
            }
        }
        return problems;
    }

    private static String suggestion(String name, List<String> known) {
        return known.stream().min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= SUGGESTION_DISTANCE_MAX)
                .map(candidate -> ", did you mean " + candidate + "?").orElse("");
    }

    /// Levenshtein distance of two names.
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
