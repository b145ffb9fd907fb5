package dev.faultline.rca.term;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.Unit;
import dev.faultline.rca.scene.Values;
import dev.faultline.rca.statistics.Baseline;
import dev.faultline.rca.statistics.Tests;

/// Compares what a deployment changed with what it did not change, and with the time before.
///
/// Controls are the same metric of the unchanged instances, and of all instances before the change; the changed instances after
/// the change are judged against them by robust z. Both comparisons together separate a bad release from trouble that all
/// instances share (difference in differences; the contrast of ChangeRCA, FSE'24).
final class ChangeContrast {

    /// @param strength in [0, 1]
    /// @param ciId the changed instance that differs most, or the changed CI
    record Contrast(double strength, String sentence, String ciId) {}

    private static final double RESOURCE_MATERIALITY = 0.25;
    private static final double NEVER_REPORTED = 0.5;

    private final Scene scene;
    private final Unit unit;
    private final Set<String> changed;
    private final Set<String> replaced;
    private final long changedAt;
    private final List<String> unreported;

    private ChangeContrast(Scene scene, int unit, Deployment deployment) {
        this.scene = scene;
        this.unit = scene.units().get(unit);
        this.changed = new HashSet<>(deployment.instances());
        this.replaced = new HashSet<>();
        for (DeploymentBatch batch : deployment.batches()) {
            changed.addAll(batch.newInstances());
            replaced.addAll(batch.oldInstances());
        }
        this.unreported = UnreportedChanges.instances(scene, unit, deployment);
        this.changedAt = deployment.startedAt().getEpochSecond();
    }

    static Contrast of(Scene scene, int unit, Deployment deployment) {
        return new ChangeContrast(scene, unit, deployment).strongest();
    }

    private Contrast strongest() {
        Contrast best = new Contrast(0, "nothing of it differs from what was not changed", unit.ciId());
        List<Series> own = scene.evidence().observed().series().stream()
                .filter(series -> unit.members().contains(series.subject().owner()) && judges(series.signal())).toList();
        for (Series series : own) {
            String owner = series.subject().owner();
            boolean isChanged = changed.isEmpty() ? !replaced.contains(owner) : changed.contains(owner);
            if (isChanged) {
                Contrast contrast = contrast(series, own);
                best = contrast.strength() > best.strength() ? contrast : best;
            }
        }
        if (best.strength() >= NEVER_REPORTED || unreported.isEmpty()) {
            return best;
        }
        return new Contrast(NEVER_REPORTED, unreported.getFirst() + " never reported, the unchanged instances do", unit.ciId());
    }

    private static boolean judges(Signal signal) {
        return signal == Signal.LATENCY || signal == Signal.ERRORS || signal == Signal.RESOURCE;
    }

    private Contrast contrast(Series series, List<Series> own) {
        Values values = Values.of(series, MetricMeaning.of(series.metric()));
        double[] after = values.within(changedAt, scene.time().to());
        List<double[]> controls = new ArrayList<>();
        for (Series other : own) {
            if (other.metric().equals(series.metric()) && samePeer(series, other)) {
                Values others = Values.of(other, MetricMeaning.of(other.metric()));
                boolean control = !changed.contains(other.subject().owner()) && !replaced.contains(other.subject().owner());
                controls.add(others.within(Long.MIN_VALUE, control && !changed.isEmpty() ? scene.time().to() : changedAt));
            }
        }
        double[] normal = controls.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        if (after.length == 0 || normal.length < scene.rules().normalSamplesMin()) {
            return new Contrast(0, "too little was observed to compare", unit.ciId());
        }
        double value = lasting(values, after);
        Baseline baseline = Baseline.of(normal, values.floor(null));
        double z = baseline.z(value);
        return new Contrast(materiality(series, value - baseline.level()) * Tests.saturate(z - 1, scene.rules().halfZ()),
                "since then " + LevelText.of(series.metric(), value, baseline.level(), "before and where unchanged", z),
                series.subject().owner());
    }

    /// What changed for the worse has to be so still in the abnormal time: what is over by then is not what is suffered.
    private double lasting(Values values, double[] after) {
        double[] now = values.within(Math.max(changedAt, scene.time().from()), scene.time().to());
        double since = Values.mean(after);
        return now.length == 0 ? since : Math.min(since, Values.mean(now));
    }

    /// How much a difference matters to users: failures do; milliseconds only beside what the slowest component takes; what an
    /// instance uses differs after every start.
    private double materiality(Series series, double excess) {
        return switch (series.signal()) {
            case LATENCY -> Tests.saturate(excess, slowest(series.metric()));
            case RESOURCE -> RESOURCE_MATERIALITY;
            default -> 1;
        };
    }

    private double slowest(String metric) {
        return scene.views().stream().flatMap(List::stream).filter(view -> view.series().metric().equals(metric))
                .mapToDouble(view -> view.baseline().level()).max().orElse(0);
    }

    /// Calls are compared with calls of the same caller only.
    private static boolean samePeer(Series a, Series b) {
        return Objects.equals(caller(a), caller(b));
    }

    private static String caller(Series series) {
        return series.subject() instanceof dev.faultline.graph.symptom.Subject.OfCalls calls ? calls.callerId() : "";
    }
}
