package dev.faultline.collectors.otlp;

import java.util.Collection;
import java.util.Map;

import dev.faultline.graph.claim.Claim;

/// Knows the CIs that claims of spans are about, and makes those that are missing.
@FunctionalInterface
public interface CallParties {

    /// Returns the id of the CI behind each claim, by the claim's key.
    Map<String, String> ciIds(Collection<Claim> claims);
}
