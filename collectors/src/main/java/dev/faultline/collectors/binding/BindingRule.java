package dev.faultline.collectors.binding;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.binding.SubjectLookup;

/// One way in which labels say what an observation is about: a CI, or a caller and a callee.
public record BindingRule(@Nullable CiRule ci, @Nullable CiRule caller, @Nullable CiRule callee) {
    public BindingRule {
        boolean calls = caller != null && callee != null;
        if ((ci == null) != calls || (ci != null && (caller != null || callee != null))) {
            throw new IllegalArgumentException("binding rule has ci " + ci + ", caller " + caller + ", callee " + callee
                    + "; expected either ci, or caller and callee");
        }
    }

    /// What to look for, or nothing where a label is missing.
    public Optional<SubjectLookup> apply(Map<String, String> labels) {
        if (ci != null) {
            return ci.apply(labels).map(SubjectLookup.OfCi::new);
        }
        if (caller == null || callee == null) {
            return Optional.empty();
        }
        CiRule calleeRule = callee;
        return caller.apply(labels).flatMap(from -> calleeRule.apply(labels).map(to -> new SubjectLookup.OfCalls(from, to)));
    }

    /// How one label names a CI.
    ///
    /// @param type label of its CI type in the graph; null for any
    /// @param by `id`, `name` (where left out) or an attribute
    /// @param pattern its first group is taken of the label's value
    /// @param within label with the name of a CI that it is related to
    public record CiRule(String label, @Nullable String type, @Nullable String by, @Nullable Pattern pattern, @Nullable String within) {

        public CiRule {
            if (label == null) {
                throw new IllegalArgumentException("binding rule names no label, expected one");
            }
            if (pattern != null && pattern.matcher("").groupCount() == 0) {
                throw new IllegalArgumentException("pattern " + pattern + " of label " + label + " has no group, expected one around what"
                        + " names the CI");
            }
            if (type == null && by != null && !by.equals("id") && !by.equals("name")) {
                throw new IllegalArgumentException("binding rule looks for label " + label + " in attribute " + by
                        + " of any CI, expected a type");
            }
        }

        /// What to look for, or nothing where a label is missing.
        public Optional<CiLookup> apply(Map<String, String> labels) {
            String value = labels.getOrDefault(label, "");
            String scope = within == null ? null : labels.get(within);
            if (value.isBlank() || (within != null && (scope == null || scope.isBlank()))) {
                return Optional.empty();
            }
            return part(value).map(part -> new CiLookup(type, by == null ? "name" : by, part, scope));
        }

        private Optional<String> part(String value) {
            if (pattern == null) {
                return Optional.of(value);
            }
            Matcher matcher = pattern.matcher(value);
            return matcher.find() && !matcher.group(1).isBlank() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }
}
