package dev.faultline.graph.alert;

import java.util.Map;

/// Reads what labels and annotations mean. The same labels always mean the same.
@FunctionalInterface
public interface AlertReader {

    AlertMeaning read(Map<String, String> labels, Map<String, String> annotations);
}
