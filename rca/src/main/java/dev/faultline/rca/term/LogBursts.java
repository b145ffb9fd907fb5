package dev.faultline.rca.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.trace.LogBurst;

/// Warnings and errors that are new, or far more frequent than before, where only their numbers are known.
///
/// A failure is logged by who fails and by all who call it: what a candidate logs counts only as far as it exceeds 0.9 of what stands
/// out at any of its callees, as in explaining away. What several log alike, such as that a database is gone, is shared among them.
/// O(series + edges).
final class LogBursts {
    private static final double EXPLAINED = 0.9;

    /// What lines that say the same are known by.
    private record Said(LogLevel level, String template) {
        static Said of(LogBurst burst) {
            return new Said(burst.series().level(), burst.series().template());
        }
    }

    private record Left(LogBurst burst, double strength) {}

    private final Scene scene;
    private final Map<Integer, List<LogBurst>> bursts = new TreeMap<>();

    private LogBursts(Scene scene) {
        this.scene = scene;
    }

    static Map<Integer, Rating> rate(Scene scene) {
        LogBursts all = new LogBursts(scene);
        all.find();
        return all.ratings();
    }

    private void find() {
        long normalUntil = Math.min(scene.evidence().window().from().getEpochSecond(), scene.time().from());
        List<LogSeries> series = scene.evidence().observed().logSeries();
        Set<Integer> compared = new HashSet<>();
        series.stream().filter(one -> logged(one, normalUntil)).forEach(one -> unit(one).ifPresent(compared::add));
        for (LogSeries one : series) {
            unit(one).ifPresent(unit -> {
                LogBurst burst = LogBurst.of(unit, one, scene.time(), normalUntil, compared.contains(unit));
                if (burst != null) {
                    bursts.computeIfAbsent(unit, absent -> new ArrayList<>()).add(burst);
                }
            });
        }
    }

    private OptionalInt unit(LogSeries series) {
        return scene.unit(series.lines().subject().owner());
    }

    private static boolean logged(LogSeries series, long until) {
        for (int i = 0; i < series.lines().values().length; i++) {
            if (series.lines().epochSeconds()[i] < until && series.lines().values()[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private Map<Integer, Rating> ratings() {
        List<Left> left = bursts.values().stream().flatMap(List::stream)
                .map(burst -> new Left(burst, burst.strength() - EXPLAINED * strongestOfCallees(burst.unit())))
                .filter(one -> one.strength() > 0).toList();
        Map<Said, Map<Integer, Double>> alike = new HashMap<>();
        left.forEach(one -> alike.computeIfAbsent(Said.of(one.burst()), absent -> new TreeMap<>()).merge(one.burst().unit(), one.strength(),
                Math::max));
        Map<Integer, Rating> ratings = new TreeMap<>();
        for (Left one : left) {
            Map<Integer, Double> others = one.burst().isToldApart() ? alike.getOrDefault(Said.of(one.burst()), Map.of()) : Map.of();
            double all = others.values().stream().mapToDouble(Double::doubleValue).sum();
            double share = others.isEmpty() ? 1 : one.strength() / all;
            Rating rating = new Rating(one.strength() * share, sentence(one.burst(), Math.max(0, others.size() - 1)), ciId(one.burst()));
            ratings.merge(one.burst().unit(), rating, (a, b) -> b.value() > a.value() ? b : a);
        }
        return ratings;
    }

    private double strongestOfCallees(int unit) {
        return scene.graph().callees().get(unit).stream().flatMap(callee -> bursts.getOrDefault(callee, List.of()).stream())
                .mapToDouble(LogBurst::strength).max().orElse(0);
    }

    /// The only instance that logs so, or the whole.
    private String ciId(LogBurst burst) {
        Set<String> alike = bursts.getOrDefault(burst.unit(), List.of()).stream().filter(one -> Said.of(one).equals(Said.of(burst)))
                .map(LogBurst::ciId).collect(Collectors.toSet());
        return alike.size() > 1 ? scene.units().get(burst.unit()).ciId() : burst.ciId();
    }

    /// @param peers how many others log the same more often too, unexplained by what they call
    private static String sentence(LogBurst burst, int peers) {
        String what = burst.series().template().isEmpty() ? burst.series().level().name() : burst.series().template();
        String elsewhere = peers == 0 ? "nowhere else" : "as " + Counts.of(peers, "other") + " log more often too";
        String beginning = String.format(Locale.ROOT, "%s \"%s\" in %s, at most %.0f expected, %s",
                Counts.of(Math.round(burst.lines()), "log line"),
                what, Counts.of(burst.minutes(), "minute"), burst.normalLines(), elsewhere);
        return burst.series().samples().isEmpty() ? beginning : beginning + ", such as: " + shown(burst.series().samples().getFirst());
    }

    private static String shown(LogSample sample) {
        String line = sample.line().lines().findFirst().orElse("");
        return "\"" + line + "\"" + (sample.traceId().isEmpty() ? "" : " in trace " + sample.traceId());
    }
}
