package dev.faultline.collectors.prometheus;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectLookup;

/// Finds what labels are about, for many at once.
@FunctionalInterface
public interface SubjectSource {

    /// What was found, by the lists of lookups that found something.
    Map<List<SubjectLookup>, Bound> find(Collection<List<SubjectLookup>> wanted);
}
