package dev.faultline.collectors.prometheus.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON that the store answers as it streams by.
final class AnswerReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int ERROR_CHARACTERS_MAX = 300;

    private final JsonParser parser;
    private final @Nullable Steps steps;
    private final int seriesMax;
    private final List<Answer.Sampled> series = new ArrayList<>();
    private String status = "";
    private String error = "";

    private AnswerReader(JsonParser parser, @Nullable Steps steps, int seriesMax) {
        this.parser = parser;
        this.steps = steps;
        this.seriesMax = seriesMax;
    }

    /// The series of a range query.
    static Answer range(byte[] body, Steps steps, int seriesMax) {
        return new Answer(steps, read(body, steps, seriesMax));
    }

    /// The labels of the series of an instant query.
    static List<Map<String, String>> labels(byte[] body, int seriesMax) {
        return read(body, null, seriesMax).stream().map(Answer.Sampled::labels).toList();
    }

    /// What the store says is wrong; empty where it does not say so.
    static String error(byte[] body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            AnswerReader reader = new AnswerReader(parser, null, 0);
            reader.document();
            return reader.error;
        } catch (JacksonException | StoreException e) {
            return "";
        }
    }

    private static List<Answer.Sampled> read(byte[] body, @Nullable Steps steps, int seriesMax) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            AnswerReader reader = new AnswerReader(parser, steps, seriesMax);
            reader.document();
            if (!reader.status.equals("success")) {
                throw nonsense("a document with the status '" + reader.status + "' " + reader.error);
            }
            return reader.series;
        } catch (JacksonException e) {
            throw new StoreException(StoreTrouble.REFUSED, "the metric store answers what is no JSON, expected that of Prometheus", e);
        }
    }

    private void document() {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "status" -> status = text(value);
                case "error" -> error = shortened(text(value));
                case "data" -> data(value);
                default -> parser.skipChildren();
            }
        }
    }

    private void data(JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken content = parser.nextToken();
            if (name.equals("result") && content == JsonToken.START_ARRAY) {
                results();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void results() {
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            expect(item, JsonToken.START_OBJECT);
            if (series.size() >= seriesMax) {
                throw new StoreException(StoreTrouble.CUT, "the metric store answers more than " + seriesMax + " series to one query");
            }
            series.add(one());
        }
    }

    private Answer.Sampled one() {
        Map<String, String> labels = new HashMap<>();
        double[] values = new double[steps == null ? 0 : steps.count()];
        Arrays.fill(values, Double.NaN);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken content = parser.nextToken();
            switch (name) {
                case "metric" -> labels(content, labels);
                case "values" -> values(content, values);
                default -> parser.skipChildren();
            }
        }
        return new Answer.Sampled(labels, values);
    }

    private void labels(JsonToken content, Map<String, String> labels) {
        expect(content, JsonToken.START_OBJECT);
        for (String label = parser.nextName(); label != null; label = parser.nextName()) {
            labels.put(label, text(parser.nextToken()));
        }
    }

    private void values(JsonToken content, double[] values) {
        expect(content, JsonToken.START_ARRAY);
        for (JsonToken pair = parser.nextToken(); pair != JsonToken.END_ARRAY; pair = parser.nextToken()) {
            expect(pair, JsonToken.START_ARRAY);
            parser.nextToken();
            int index = steps == null ? -1 : steps.index((long) parser.getDoubleValue());
            String value = text(parser.nextToken());
            expect(parser.nextToken(), JsonToken.END_ARRAY);
            if (index >= 0) {
                values[index] = number(value);
            }
        }
    }

    private static double number(String value) {
        try {
            return switch (value) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(value);
            };
        } catch (NumberFormatException e) {
            throw nonsense("the value '" + shortened(value) + "'");
        }
    }

    private String text(@Nullable JsonToken value) {
        expect(value, JsonToken.VALUE_STRING);
        return parser.getString();
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw nonsense(token + " where " + expected + " has its place");
        }
    }

    private static StoreException nonsense(String what) {
        return new StoreException(StoreTrouble.REFUSED, "the metric store answers " + what + ", expected the answer of Prometheus' API");
    }

    private static String shortened(String text) {
        return text.length() <= ERROR_CHARACTERS_MAX ? text : text.substring(0, ERROR_CHARACTERS_MAX) + "...";
    }
}
