package dev.faultline.collectors.reconciliation;

import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.RunReport;
import dev.faultline.graph.claim.Verdict;

/// Decides whether a run may remove what it did not see.
///
/// Claims about short-lived CIs do not count, except that a run without any claim at all is always held.
///
/// @param removedShareMax the largest share of the lasting claims of a scope that may go in one run
/// @param removedCountAlways so many lasting claims may always go, whatever the share
public record RemovalGate(double removedShareMax, int removedCountAlways) {
    /// What is used unless a source is set otherwise.
    public static final RemovalGate DEFAULT = new RemovalGate(0.2, 3);
    /// Lets everything through: for one run after a person has approved its removals.
    public static final RemovalGate OPEN = new RemovalGate(1, Integer.MAX_VALUE);

    public RemovalGate {
        if (!(removedShareMax >= 0 && removedShareMax <= 1)) {
            throw new IllegalArgumentException("removedShareMax is " + removedShareMax + ", expected a ratio from 0 to 1");
        }
    }

    /// Lets as much through as a run held back: for one run after a person has approved that.
    static RemovalGate approving(RunReport held) {
        return held.counts().claims() == 0 ? OPEN : new RemovalGate(0, held.counts().held());
    }

    /// Judges a run that saw `seen` claims and would remove `lastingGone` of the `lastingKnown` lasting ones.
    Verdict judge(RunOutcome outcome, int seen, int known, int lastingGone, int lastingKnown) {
        if (outcome != RunOutcome.COMPLETE) {
            return Verdict.REMOVES_NOTHING;
        }
        if (removedCountAlways == Integer.MAX_VALUE) {
            return Verdict.APPLIED;
        }
        boolean tooMany = lastingGone > removedCountAlways && lastingGone > removedShareMax * lastingKnown;
        return tooMany || (seen == 0 && known > 0) ? Verdict.HELD : Verdict.APPLIED;
    }
}
