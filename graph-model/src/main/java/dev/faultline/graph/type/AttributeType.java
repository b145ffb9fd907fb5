package dev.faultline.graph.type;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The definition of one attribute of a CI type.
///
/// @param unit what a number counts, such as `bytes` or `ms`; null where it has none
/// @param ignoreCase whether spellings that differ in case alone identify the same CI
/// @param required whether a CI without it is incomplete
/// @param sources which source's value wins, strongest first; sources that are not named come after, in order of name
public record AttributeType(String name, ValueType type, @Nullable String unit, boolean ignoreCase, boolean required, List<ValueRule> rules,
        List<String> sources) {
    public AttributeType {
        rules = List.copyOf(rules);
        sources = List.copyOf(sources);
    }

    /// The value in its stored spelling, or nothing where its type or a rule refuses it.
    public Optional<Object> accept(Object value) {
        return type.canonical(value).filter(canonical -> rules.stream().allMatch(rule -> rule.holds(canonical)));
    }

    /// What a value must be, for sentences.
    public String expectation() {
        return rules.isEmpty() ? type.expectation() : String.join(" and ", rules.stream().map(ValueRule::expectation).toList());
    }
}
