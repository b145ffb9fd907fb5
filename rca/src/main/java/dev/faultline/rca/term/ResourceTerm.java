package dev.faultline.rca.term;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SignalView;
import dev.faultline.rca.statistics.Tests;

/// Whether a resource of a candidate is strained: CPU, memory, disk or network of itself or of one of its instances.
///
/// Shares of a limit tell of strain; amounts only tell of change, count less, and are not looked at where shares are reported.
final class ResourceTerm implements TermSource {
    private static final double AMOUNT_DISCOUNT = 10;

    @Override
    public String name() {
        return "resource";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        for (int unit : scene.numbers()) {
            List<SignalView> resources = scene.views().get(unit).stream()
                    .filter(view -> view.meaning().signal() == Signal.RESOURCE && !view.silent() && view.z() > 0).toList();
            List<SignalView> shares = resources.stream().filter(view -> isShare(view.series().metric())).toList();
            (reportsShares(scene, unit) ? shares : resources).stream().max(Comparator.comparingDouble(ResourceTerm::strain))
                    .ifPresent(view -> ratings.put(unit, rating(scene, view)));
        }
        return ratings;
    }

    private static boolean reportsShares(Scene scene, int unit) {
        return scene.views().get(unit).stream()
                .anyMatch(view -> view.meaning().signal() == Signal.RESOURCE && isShare(view.series().metric()));
    }

    private static double strain(SignalView view) {
        return isShare(view.series().metric()) ? view.z() : view.z() / AMOUNT_DISCOUNT;
    }

    private static boolean isShare(String metric) {
        String name = metric.toLowerCase(Locale.ROOT);
        return name.contains("%") || name.contains("percent") || name.contains("pct") || name.contains("utilization");
    }

    private static Rating rating(Scene scene, SignalView view) {
        double strain = strain(view);
        double beyond = isShare(view.series().metric()) ? strain : Math.min(strain, scene.rules().anomalousZ());
        return new Rating(Tests.saturate(beyond, scene.rules().halfZ()), LevelText.of(view), view.series().subject().owner());
    }
}
