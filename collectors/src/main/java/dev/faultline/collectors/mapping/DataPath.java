package dev.faultline.collectors.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.faultline.collectors.json.JsonField;

/// Where in a message a value lies: `payload.source`, `tags[0].value`, a JSON pointer such as `/a.b/c`, and from the root of the body
/// instead of the alert where a `$` comes first, such as `$.groupKey` or `$/a.b`.
record DataPath(boolean fromRoot, List<String> steps) {
    private static final String ROOT = "$";

    DataPath {
        steps = List.copyOf(steps);
    }

    /// Reads a path as the mapping has it.
    static DataPath parse(String text) {
        boolean fromRoot = text.startsWith(ROOT);
        String rest = fromRoot ? text.substring(1) : text;
        return new DataPath(fromRoot, rest.startsWith("/") ? pointer(rest) : dotted(rest));
    }

    private static List<String> pointer(String text) {
        return Stream.of(text.substring(1).split("/", -1)).map(step -> step.replace("~1", "/").replace("~0", "~")).toList();
    }

    private static List<String> dotted(String text) {
        var steps = new ArrayList<String>();
        for (String step : text.replace("[", ".[").split("\\.", -1)) {
            if (!step.isEmpty()) {
                steps.add(step.startsWith("[") && step.endsWith("]") ? step.substring(1, step.length() - 1) : step);
            }
        }
        return steps;
    }

    /// The field there, which may be missing.
    JsonField in(JsonField body, JsonField alert) {
        JsonField field = fromRoot ? body : alert;
        for (String step : steps) {
            field = field.step(step);
        }
        return field;
    }
}
