package dev.faultline.api.demo.fault;

import java.util.Set;

/// What was really done, to compare a ranking with.
///
/// @param name the CI at fault
/// @param alsoNames CIs that name the same culprit at another level: the service of the instance, the only instance of the service
/// @param sentence what was done, in words
public record Truth(String name, Set<String> alsoNames, String sentence) {
    public Truth {
        alsoNames = Set.copyOf(alsoNames);
    }

    /// Whether a ranked CI of this name is the culprit.
    public boolean isNamedBy(String ciName) {
        return name.equals(ciName) || alsoNames.contains(ciName);
    }
}
