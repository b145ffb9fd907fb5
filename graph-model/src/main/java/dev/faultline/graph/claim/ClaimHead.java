package dev.faultline.graph.claim;

import java.util.List;

/// As much of a stored claim as is needed to see that it is unchanged.
public record ClaimHead(String key, String ciId, String ciType, String contentHash, List<String> problems) {}
