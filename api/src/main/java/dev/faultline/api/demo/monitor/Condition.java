package dev.faultline.api.demo.monitor;

import java.util.Map;
import java.util.TreeMap;

/// A rule that holds for something at this moment.
///
/// @param about labels that name what it is about
/// @param summary what was measured, as a sentence
/// @param holdsTicksMin for how many evaluations in a row it must hold before its alert fires
public record Condition(String name, String severity, Map<String, String> about, String summary, int holdsTicksMin) {

    /// All labels of its alert.
    public Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(about);
        labels.put("alertname", name);
        labels.put("severity", severity);
        return labels;
    }

    /// What it is identified by: a hash of its labels.
    String fingerprint() {
        long hash = 0xcbf29ce484222325L;
        for (char letter : labels().toString().toCharArray()) {
            hash = (hash ^ letter) * 0x100000001b3L;
        }
        return String.format("%016x", hash);
    }
}
