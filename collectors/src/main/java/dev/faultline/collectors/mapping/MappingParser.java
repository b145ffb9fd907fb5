package dev.faultline.collectors.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.alert.notice.AlertState;

/// Reads one mapping as a file has it, with a sentence for the first key that is wrong.
final class MappingParser {
    static final String HTTP = "http";
    private static final Set<String> KEYS = Set.of("source", "like", "input", "envelope", "about", "alerts", "partial", "strict", "missing",
            "require",
            "accept", "fingerprint", "state", "startsAt", "endsAt", "at", "name", "severity", "summary", "labels", "annotations",
            "signature", "token", "lasts");
    private static final Set<String> INPUTS = Set.of(HTTP, "syslog", "snmp");
    private static final Set<String> TIME_KEYS = Set.of("format", "zone");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Duration LASTS_MAX = Duration.ofDays(30);
    private static final String ALL = "*";
    private static final String JSON = "json";
    private static final String CLOUD_EVENTS = "cloudevents";

    private MappingParser() {}

    /// @param text the file, to be shown
    static AlertMapping parse(JsonField field, String text) {
        field.onlyFields(KEYS);
        Value state = state(field.field("state"));
        var head = new AlertMapping.Head(source(field), input(field), cloudEvents(field), optional(field.field("about"), ""), text,
                alerts(field),
                flag(field.field("partial")), flag(field.field("strict")),
                field.field("missing").present() ? ValueParser.pattern(field.field("missing"), 0) : null, requirements(field),
                field.field("accept").present() ? ValueParser.condition(field.field("accept")) : null,
                SignatureParser.signature(field.field("signature")), SignatureParser.token(field.field("token")),
                lasts(field.field("lasts")));
        Value fingerprint = field.field("fingerprint").present() ? ValueParser.value(field.field("fingerprint")) : null;
        return new AlertMapping(head, new AlertMapping.Parts(fingerprint, state, time(field.field("startsAt")), time(field.field("endsAt")),
                time(field.field("at")), labels(field), annotations(field)));
    }

    private static Optional<Duration> lasts(JsonField field) {
        return field.present() ? Optional.of(Durations.parse(field, LASTS_MAX, "15m")) : Optional.empty();
    }

    static String source(JsonField field) {
        String source = field.field("source").text(Integer.MAX_VALUE);
        if (!SOURCE.matcher(source).matches()) {
            throw field.field("source").wrong("up to 64 small letters, digits, dots, dashes and underscores");
        }
        return source;
    }

    private static String input(JsonField field) {
        String input = optional(field.field("input"), HTTP);
        if (!INPUTS.contains(input)) {
            throw field.field("input").wrong("one of " + INPUTS.stream().sorted().collect(Collectors.joining(", ")));
        }
        return input;
    }

    private static boolean cloudEvents(JsonField field) {
        String envelope = optional(field.field("envelope"), JSON);
        if (!envelope.equals(JSON) && !envelope.equals(CLOUD_EVENTS)) {
            throw field.field("envelope").wrong("one of " + CLOUD_EVENTS + ", " + JSON);
        }
        return envelope.equals(CLOUD_EVENTS);
    }

    private static List<DataPath> alerts(JsonField field) {
        JsonField alerts = field.field("alerts");
        List<JsonField> paths = alerts.value().isArray() ? alerts.items(Texts.TEXTS_MAX) : alerts.present() ? List.of(alerts) : List.of();
        return paths.stream().map(path -> DataPath.parse(ValueParser.scalar(path))).toList();
    }

    private static List<Requirement> requirements(JsonField field) {
        var requirements = new ArrayList<Requirement>();
        for (JsonField each : field.field("require").items(Texts.TEXTS_MAX)) {
            each.onlyFields(Set.of("path", "when", "expected"));
            requirements.add(new Requirement(new Value.At(DataPath.parse(ValueParser.scalar(each.field("path")))),
                    ValueParser.condition(each.field("when")), ValueParser.scalar(each.field("expected"))));
        }
        return requirements;
    }

    private static Value state(JsonField field) {
        if (!field.present()) {
            throw field.wrong("how a message says whether its alert fires");
        }
        if (!field.field("values").present()) {
            var raw = new Value.Translated(ValueParser.value(field), words(), true);
            return new Value.Required(raw, raw.expectation());
        }
        field.field("values").entries(Texts.TEXTS_MAX).forEach((word, meaning) -> {
            if (!words().containsValue(ValueParser.scalar(meaning))) {
                throw meaning.wrong("one of " + String.join(", ", words().values()));
            }
        });
        String otherwise = optional(field.field("default"), AlertMapping.IGNORED);
        if (!words().containsValue(otherwise.toUpperCase(Locale.ROOT))) {
            throw field.field("default").wrong("one of " + String.join(", ", words().values()));
        }
        return ValueParser.closed(field);
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        for (AlertState state : AlertState.values()) {
            words.put(state.name().toLowerCase(Locale.ROOT), state.name());
        }
        words.put(AlertMapping.IGNORED.toLowerCase(Locale.ROOT), AlertMapping.IGNORED);
        return words;
    }

    private static @Nullable TimeReading time(JsonField field) {
        if (!field.present()) {
            return null;
        }
        boolean more = field.value().isObject();
        TimeReading.Format format = more && field.field("format").present() ? format(field.field("format")) : null;
        ZoneId zone = more && field.field("zone").present() ? zone(field.field("zone")) : ZoneId.systemDefault();
        Value value = ValueParser.value(field, TIME_KEYS);
        return value instanceof Value.Required required
                ? new TimeReading(required.value(), format, zone, required.expected())
                : new TimeReading(value, format, zone, null);
    }

    private static TimeReading.Format format(JsonField field) {
        try {
            String written = ValueParser.scalar(field);
            return new TimeReading.Format(written, DateTimeFormatter.ofPattern(written, Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw field.wrong("a format such as yyyy.MM.dd HH:mm:ss");
        }
    }

    private static ZoneId zone(JsonField field) {
        try {
            return ZoneId.of(ValueParser.scalar(field));
        } catch (DateTimeException e) {
            throw field.wrong("a time zone such as Asia/Shanghai or +08:00");
        }
    }

    private static Texts labels(JsonField field) {
        Map<String, Value> named = new LinkedHashMap<>();
        put(named, "alertname", field.field("name"));
        put(named, "severity", field.field("severity"));
        return texts(field.field("labels"), named, AlertMapping.LABEL_CHARACTERS_MAX, true);
    }

    private static Texts annotations(JsonField field) {
        Map<String, Value> named = new LinkedHashMap<>();
        put(named, "summary", field.field("summary"));
        return texts(field.field("annotations"), named, AlertMapping.ANNOTATION_CHARACTERS_MAX, false);
    }

    private static void put(Map<String, Value> named, String name, JsonField field) {
        if (field.present()) {
            named.put(name, ValueParser.value(field));
        }
    }

    private static Texts texts(JsonField field, Map<String, Value> named, int charactersMax, boolean essential) {
        var spreads = new ArrayList<Spread>();
        field.entries(Texts.TEXTS_MAX).forEach((name, each) -> {
            if (!name.equals(ALL)) {
                named.put(name, ValueParser.value(each));
            } else if (each.value().isArray()) {
                each.items(Texts.TEXTS_MAX).forEach(item -> spreads.add(spread(item)));
            } else {
                spreads.add(spread(each));
            }
        });
        return new Texts(List.copyOf(spreads), Map.copyOf(named), charactersMax, essential);
    }

    private static Spread spread(JsonField field) {
        if (!field.value().isObject()) {
            return new Spread(DataPath.parse(ValueParser.scalar(field)), Set.of(), "", null, false);
        }
        field.onlyFields(Set.of("path", "only", "prefix", "key", "value", "json"));
        Set<String> only = Set.copyOf(field.field("only").texts(Texts.TEXTS_MAX, Texts.NAME_CHARACTERS_MAX));
        boolean pairs = field.field("key").present() || field.field("value").present();
        return new Spread(DataPath.parse(ValueParser.scalar(field.field("path"))), only, optional(field.field("prefix"), ""),
                pairs ? new Spread.Pair(ValueParser.scalar(field.field("key")), ValueParser.scalar(field.field("value"))) : null,
                flag(field.field("json")));
    }

    private static String optional(JsonField field, String fallback) {
        return Optional.of(field).filter(JsonField::present).map(ValueParser::scalar).orElse(fallback);
    }

    private static boolean flag(JsonField field) {
        if (field.present() && !field.value().isBoolean()) {
            throw field.wrong("true or false");
        }
        return field.value().asBoolean(false);
    }
}
