package dev.faultline.rca.term;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SignalView;

/// Whether a candidate, or one of its instances, stopped reporting: silence raises no alert of its own.
///
/// Instances that a rollout replaced are meant to be silent. Where everything is silent the monitoring is, and nobody is blamed.
final class SilenceTerm implements TermSource {
    private static final double EVERYTHING_SILENT = 0.5;

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        Set<String> replaced = scene.evidence().deployments().stream().flatMap(deployment -> deployment.batches().stream())
                .map(DeploymentBatch::oldInstances).flatMap(List::stream).collect(Collectors.toSet());
        long all = scene.views().stream().mapToLong(List::size).sum();
        long silent = scene.views().stream().flatMap(List::stream).filter(SignalView::silent).count();
        if (silent == 0 || silent > EVERYTHING_SILENT * all) {
            return ratings;
        }
        for (int unit : scene.numbers()) {
            Map<String, List<SignalView>> byOwner = scene.views().get(unit).stream().filter(view -> !replaced.contains(owner(view)))
                    .collect(Collectors.groupingBy(SilenceTerm::owner, TreeMap::new, Collectors.toList()));
            byOwner.forEach((owner, views) -> rate(unit, owner, views, ratings));
        }
        return ratings;
    }

    private static String owner(SignalView view) {
        return view.series().subject().owner();
    }

    private static void rate(int unit, String owner, List<SignalView> views, Map<Integer, Rating> ratings) {
        long silent = views.stream().filter(SignalView::silent).count();
        if (silent > 0) {
            Rating rating = new Rating((double) silent / views.size(),
                    String.format(Locale.ROOT, "%d of %d series of %s stopped reporting", silent, views.size(), owner), owner);
            ratings.merge(unit, rating, (a, b) -> b.value() > a.value() ? b : a);
        }
    }
}
