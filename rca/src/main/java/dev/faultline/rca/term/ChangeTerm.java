package dev.faultline.rca.term;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.rca.scene.Scene;

/// Whether a change of a candidate is to blame: a prior that decays in time, and the contrast of what was changed with what was not.
///
/// The prior alone counts little, as innocent releases are near most alerts.
final class ChangeTerm implements TermSource {
    private static final double PRIOR_SHARE = 0.1;

    @Override
    public String name() {
        return "change";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        List<Deployment> deployments = scene.evidence().deployments().stream()
                .filter(deployment -> !deployment.startedAt().isAfter(scene.evidence().detectedAt()))
                .sorted(Comparator.comparing(Deployment::id)).toList();
        for (Deployment deployment : deployments) {
            unit(scene, deployment).ifPresent(unit -> ratings.merge(unit, rating(scene, unit, deployment),
                    (a, b) -> b.value() > a.value() ? b : a));
        }
        return ratings;
    }

    /// The unit that a deployment changed: its service by id or name, else the owner of its first known instance.
    static OptionalInt unit(Scene scene, Deployment deployment) {
        OptionalInt service = scene.unit(deployment.service());
        if (service.isPresent()) {
            return service;
        }
        Optional<Integer> named = scene.units().stream().filter(unit -> unit.name().equals(deployment.service())).map(unit -> unit.number())
                .findFirst();
        return named.map(OptionalInt::of).orElseGet(() -> deployment.instances().stream().map(scene::unit).filter(OptionalInt::isPresent)
                .findFirst().orElse(OptionalInt.empty()));
    }

    private static Rating rating(Scene scene, int unit, Deployment deployment) {
        double ageMinutes = Duration.between(deployment.startedAt(), scene.evidence().detectedAt()).toSeconds() / 60.0;
        double prior = Math.pow(0.5, ageMinutes / scene.rules().changeHalfLifeMinutes());
        ChangeContrast.Contrast contrast = ChangeContrast.of(scene, unit, deployment);
        double value = prior * (PRIOR_SHARE + (1 - PRIOR_SHARE) * contrast.strength());
        return new Rating(value,
                String.format(Locale.ROOT, "changed %.0f minutes before the detection (%s); %s", ageMinutes, deployment.id(),
                        contrast.sentence()),
                contrast.ciId(), deployment.id());
    }
}
