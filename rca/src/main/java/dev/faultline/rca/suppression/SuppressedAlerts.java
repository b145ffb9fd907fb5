package dev.faultline.rca.suppression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.topology.TopologySnapshot;

/// Tells which suppressions hold an alert back: silences whose matchers its labels fit, and maintenance windows of what it is on or of
/// anything below that.
///
/// An alert on calls is on their callee. Pure; for each alert O(matchers + what its CI stands on).
public final class SuppressedAlerts {
    private final Map<Suppression, List<LabelCheck>> silences = new HashMap<>();
    private final Map<String, List<Suppression>> windows = new HashMap<>();
    private final Ground ground;
    private int cutShort;

    /// @param active those that hold alerts back now
    public SuppressedAlerts(Collection<Suppression> active, TopologySnapshot snapshot) {
        this.ground = new Ground(snapshot);
        active.forEach(this::add);
    }

    private void add(Suppression suppression) {
        switch (suppression.scope()) {
            case SuppressionScope.OfLabels labels -> silences.put(suppression, labels.matchers().stream().map(LabelCheck::of).toList());
            case SuppressionScope.OfCis cis ->
                Set.copyOf(cis.ciIds()).forEach(ciId -> windows.computeIfAbsent(ciId, absent -> new ArrayList<>()).add(suppression));
        }
    }

    /// The suppressions that hold an alert back, each once, in no order; none where it counts.
    public Set<Suppression> of(Alert alert) {
        Set<Suppression> found = new HashSet<>();
        silences.forEach((silence, checks) -> {
            if (fit(checks, alert.labels())) {
                found.add(silence);
            }
        });
        Subject subject = alert.subject();
        if (subject != null && !windows.isEmpty()) {
            ground.of(subject.owner()).forEach(ciId -> found.addAll(windows.getOrDefault(ciId, List.of())));
        }
        return found;
    }

    private boolean fit(List<LabelCheck> checks, Map<String, String> labels) {
        for (LabelCheck check : checks) {
            LabelCheck.Answer answer = check.ask(labels);
            cutShort += answer == LabelCheck.Answer.CUT_SHORT ? 1 : 0;
            if (answer != LabelCheck.Answer.FITS) {
                return false;
            }
        }
        return true;
    }

    /// How often a regular expression was given up on a label, which then did not fit.
    public int cutShort() {
        return cutShort;
    }

    /// Whether an alert without any label fits, as every matcher takes an empty one.
    public static boolean fitsUnlabelled(Collection<LabelMatcher> matchers) {
        return matchers.stream().allMatch(matcher -> LabelCheck.of(matcher).ask(Map.of()) == LabelCheck.Answer.FITS);
    }
}
