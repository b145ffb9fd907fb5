package dev.faultline.api.analyst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.Rejection;

/// A query of the analysts' library: one file with a header of purpose, parameters and columns.
///
/// @param purpose the question that it answers
/// @param parameters what may be set, with defaults
/// @param columns name and meaning of each column, as the header tells them
record NamedQuery(String name, String purpose, List<Parameter> parameters, String columns, String cypher) {
    private static final Pattern HEADER = Pattern.compile("// (Purpose|Columns): (.+)");
    private static final Pattern PARAMETER = Pattern.compile("// Parameter: (\\w+) = (\\S.*?) -- (.+)");

    /// A parameter.
    ///
    /// @param defaultValue what it is where nobody sets it
    record Parameter(String name, @Nullable Object defaultValue, String meaning) {}

    /// Reads a file of the library.
    static NamedQuery parse(String name, String text) {
        Map<String, String> header = new LinkedHashMap<>();
        List<Parameter> parameters = new ArrayList<>();
        text.lines().takeWhile(line -> line.startsWith("//")).forEach(line -> {
            Matcher parameter = PARAMETER.matcher(line);
            Matcher field = HEADER.matcher(line);
            if (parameter.matches()) {
                parameters.add(
                        new Parameter(parameter.group(1), Json.MAPPER.readValue(parameter.group(2), Object.class), parameter.group(3)));
            } else if (field.matches()) {
                header.put(field.group(1), field.group(2));
            } else {
                throw new IllegalArgumentException(
                        "query " + name + " has the header line '" + line + "', expected Purpose, Parameter or Columns");
            }
        });
        return new NamedQuery(name, part(header, "Purpose", name), List.copyOf(parameters), part(header, "Columns", name), text);
    }

    /// The default of each parameter, or what is given in its place.
    ///
    /// @throws Rejection for a parameter that the query does not have, or one of another kind than its default
    Map<String, @Nullable Object> bind(Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        parameters.forEach(parameter -> bound.put(parameter.name(), parameter.defaultValue()));
        given.forEach((key, value) -> {
            Parameter parameter = named(key).orElseThrow(() -> Rejection.badRequest("parameter '" + key + "' is not one of query " + name
                    + ", expected " + (bound.isEmpty() ? "none" : "one of " + String.join(", ", bound.keySet()))));
            if ((parameter.defaultValue() instanceof Number && !(value instanceof Number))
                    || (parameter.defaultValue() instanceof String && !(value instanceof String))) {
                throw Rejection.badRequest("parameter " + key + " is '" + value + "', expected a value like " + parameter.defaultValue());
            }
            bound.put(key, value);
        });
        return bound;
    }

    private Optional<Parameter> named(String parameter) {
        return parameters.stream().filter(candidate -> candidate.name().equals(parameter)).findFirst();
    }

    private static String part(Map<String, String> header, String field, String name) {
        String text = header.get(field);
        if (text == null) {
            throw new IllegalArgumentException("query " + name + " has no line '// " + field + ":' in its header");
        }
        return text;
    }
}
