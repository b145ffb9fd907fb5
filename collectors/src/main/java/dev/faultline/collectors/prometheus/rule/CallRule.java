package dev.faultline.collectors.prometheus.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.pair.Party;
import dev.faultline.graph.call.CallKind;

/// How labels name who calls and who is called, for calls that no span told of.
///
/// @param caller label with the name of who calls
/// @param callee label with the name of who is called
/// @param kind label with how the call travels; null where none says so
/// @param kinds what its values mean; others, and none at all, mean HTTP
/// @param external values of it that say that the callee measures nothing itself
/// @param outside names of callers that stand for whoever calls from outside, where `external` says that they measure nothing
public record CallRule(String caller, String callee, @Nullable String kind, Map<String, CallKind> kinds, List<String> external,
        List<String> outside) {
    /// Longer names are no names.
    private static final int NAME_CHARACTERS_MAX = 256;

    public CallRule {
        Objects.requireNonNull(caller, "caller of calls is missing");
        Objects.requireNonNull(callee, "callee of calls is missing");
        kinds = Map.copyOf(Objects.requireNonNullElse(kinds, Map.of()));
        external = List.copyOf(Objects.requireNonNullElse(external, List.of()));
        outside = List.copyOf(Objects.requireNonNullElse(outside, List.of()));
    }

    /// Whether both ends have a name, and both are something that is run.
    public boolean names(Map<String, String> labels) {
        String from = labels.getOrDefault(caller, "");
        boolean user = outside.contains(from) && external.contains(said(labels));
        return !user && isName(from) && isName(labels.getOrDefault(callee, ""));
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= NAME_CHARACTERS_MAX;
    }

    /// Who calls.
    public Party caller(Map<String, String> labels) {
        return service(labels.getOrDefault(caller, ""));
    }

    /// Who is called.
    public Party callee(Map<String, String> labels) {
        String name = labels.getOrDefault(callee, "");
        return external.contains(said(labels)) ? new Party.OfExternal(name) : service(name);
    }

    /// How the calls travel.
    public CallKind kind(Map<String, String> labels) {
        return kinds.getOrDefault(said(labels), CallKind.HTTP);
    }

    private static Party service(String name) {
        return new Party.OfService("", "", name);
    }

    private String said(Map<String, String> labels) {
        return kind == null ? "" : labels.getOrDefault(kind, "");
    }
}
