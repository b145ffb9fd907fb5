package dev.faultline.graph.alert;

import java.util.List;

import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.symptom.Signal;

/// What the labels of an alert mean.
///
/// @param name what the monitor calls the condition
/// @param lookups descriptions of what the alert may be about, the most specific first
public record AlertMeaning(String name, Severity severity, Signal signal, List<SubjectLookup> lookups) {
    public AlertMeaning {
        lookups = List.copyOf(lookups);
    }
}
