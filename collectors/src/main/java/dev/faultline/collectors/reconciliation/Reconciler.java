package dev.faultline.collectors.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

import dev.faultline.graph.claim.CiState;
import dev.faultline.graph.claim.Reconciliation;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.type.CiTypes;

/// Computes what a run changes: a pure function of the run, what is known, and the CI types.
///
/// @param newIds makes the ids of CIs that had not been known
record Reconciler(CiTypes types, Supplier<String> newIds) {

    /// The changes of a run.
    ///
    /// @param diff how the run differs from the known claims of its scope
    /// @param states all CIs that the changed or gone claims were bound to or that their identity keys lead to
    /// @param at when the changes take effect
    Reconciliation reconcile(Run run, ScopeDiff diff, Collection<CiState> states, Instant at) {
        var binding = ClaimBinding.of(run, diff, states, this, at);
        return new EstateDiff(types, states, at).between(run, diff, binding);
    }
}
