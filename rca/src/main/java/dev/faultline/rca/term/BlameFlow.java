package dev.faultline.rca.term;

import java.util.List;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.rules.Rules.Origin;
import dev.faultline.rca.scene.Scene;

/// Follows the blame for a symptom down the calls: each candidate keeps the part of its own excess that its callees do not explain
/// and hands on the rest, in proportion to theirs.
///
/// Excess is additive in the unit of the signal (seconds lost, requests failed), so the part that no callee explains is a
/// difference and not a guess; this is the explaining away of CIRCA (KDD'22) with the regression replaced by conservation.
/// Candidates without observations and healthy ones pass the largest excess behind them on, at a price. O(hops x edges).
final class BlameFlow {
    private static final double OWN_SHARE_MIN = 0.05;

    private final Scene scene;
    private final List<List<Integer>> next;
    private final double[] excess;

    private BlameFlow(Scene scene, Signal signal) {
        this.scene = scene;
        Origin origin = scene.rules().origin(signal);
        this.next = switch (origin) {
            case CALLEES -> scene.graph().callees();
            case CALLERS -> scene.graph().callers();
            case INSIDE -> scene.graph().foundations();
        };
        this.excess = passedOn(signal);
    }

    /// The share of the blame that stays at each unit; adds up to 1 where anything suffers, else all are 0.
    static double[] shares(Scene scene, Signal signal) {
        return new BlameFlow(scene, signal).flow();
    }

    private double[] passedOn(Signal signal) {
        int units = scene.units().size();
        double[] own = new double[units];
        double[] pass = new double[units];
        for (int unit = 0; unit < units; unit++) {
            own[unit] = scene.mass(unit, signal);
            pass[unit] = scene.isObserved(unit, signal) ? scene.rules().passHealthy() : scene.rules().passUnobserved();
        }
        dark(own);
        double[] best = own.clone();
        for (int hop = 0; hop < scene.rules().limits().hopsMax(); hop++) {
            double[] further = own.clone();
            for (int unit = 0; unit < units; unit++) {
                for (int callee : next.get(unit)) {
                    further[unit] = Math.max(further[unit], own[unit] > 0 ? own[unit] : pass[unit] * best[callee]);
                }
            }
            best = further;
        }
        return best;
    }

    /// A unit with a changed instance that never reported may fail unseen: what its callers suffer passes to it, at the price of the
    /// unobserved.
    private void dark(double[] own) {
        for (int unit : UnreportedChanges.units(scene)) {
            for (int caller : scene.graph().callers().get(unit)) {
                own[unit] = Math.max(own[unit], scene.rules().passUnobserved() * own[caller]);
            }
        }
    }

    private double[] flow() {
        int units = scene.units().size();
        double[] kept = new double[units];
        double[] moving = new double[units];
        scene.symptomUnits().forEach(unit -> moving[unit] = 1.0 / scene.symptomUnits().size());
        double[] current = moving;
        for (int hop = 0; hop <= scene.rules().limits().hopsMax(); hop++) {
            current = step(current, kept);
        }
        for (int unit = 0; unit < units; unit++) {
            kept[unit] += current[unit];
        }
        return kept;
    }

    private double[] step(double[] current, double[] kept) {
        double[] after = new double[current.length];
        for (int unit = 0; unit < current.length; unit++) {
            if (current[unit] > 0) {
                handOn(unit, current[unit], kept, after);
            }
        }
        return after;
    }

    private void handOn(int unit, double blame, double[] kept, double[] after) {
        double behind = next.get(unit).stream().mapToDouble(callee -> excess[callee]).sum();
        double explained = behind <= 0 ? 0 : excess[unit] <= 0 ? 1 : Math.min(1, behind / excess[unit]);
        double passed = Math.min(explained, 1 - OWN_SHARE_MIN);
        kept[unit] += blame * (1 - passed);
        if (passed > 0) {
            next.get(unit).forEach(callee -> after[callee] += blame * passed * excess[callee] / behind);
        }
    }
}
