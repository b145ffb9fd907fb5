package dev.faultline.collectors.reconciliation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.claim.Claim.ClaimedRelation;
import dev.faultline.graph.claim.ClaimedLink;
import dev.faultline.graph.type.CiTypes;

/// Finds the CIs that the relations of a claim lead to, and refuses relations that the CI type does not allow.
///
/// @param targets what each key of the run's scope stands for
record Links(CiTypes types, Map<String, Target> targets) {

    /// The CI behind a key, with its type.
    record Target(String ciId, String ciType) {}

    Set<ClaimedLink> resolve(ClaimCheck.CheckedClaim checked, List<String> problems) {
        var links = new HashSet<ClaimedLink>();
        var usedSingles = new HashSet<String>();
        for (var relation : checked.claim().relations()) {
            var target = targets.get(relation.toKey());
            if (target == null) {
                problems.add(sentence(checked, relation) + ", expected a key that the run claims");
            } else if (!types.allows(checked.claim().ciType(), relation.type(), target.ciType())) {
                problems.add(sentence(checked, relation) + ", a " + target.ciType() + ", expected a relation that the CI type "
                        + checked.claim().ciType() + " allows");
            } else if (isSingle(checked, relation) && !usedSingles.add(relation.type())) {
                problems.add(sentence(checked, relation) + " too, expected at most one; the first is used");
            } else {
                links.add(new ClaimedLink(relation.type(), target.ciId()));
            }
        }
        return links;
    }

    private boolean isSingle(ClaimCheck.CheckedClaim checked, ClaimedRelation relation) {
        return types.relation(checked.claim().ciType(), relation.type()).map(type -> type.single()).orElse(false);
    }

    private static String sentence(ClaimCheck.CheckedClaim checked, ClaimedRelation relation) {
        return "relation " + relation.type() + " of claim " + checked.key() + " leads to " + relation.toKey();
    }
}
