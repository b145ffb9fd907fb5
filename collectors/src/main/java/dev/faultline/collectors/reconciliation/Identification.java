package dev.faultline.collectors.reconciliation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.claim.CiState;
import dev.faultline.graph.type.CiTypes;

/// Finds the CI that a claim is about, by the ordered identification rules of its type.
///
/// The first rule whose key leads to a CI decides, unless a stronger rule has values on both sides that differ: then the two are
/// different things that happen to share the weaker value. A claim that leads nowhere stays with the CI that it was bound to
/// before, under the same condition, and else is a new CI.
final class Identification {
    private final CiTypes types;
    private final Supplier<String> newIds;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, SequencedMap<String, String>> keysOfCis = new HashMap<>();
    private final Map<String, String> typesOfCis = new HashMap<>();

    Identification(CiTypes types, Supplier<String> newIds, Collection<CiState> states) {
        this.types = types;
        this.newIds = newIds;
        var identities = new Identities(types);
        for (var state : states) {
            var ci = state.ci();
            state.identities().forEach(key -> owners.put(key, ci.id()));
            keysOfCis.put(ci.id(), identities.keys(ci.type(), ci.name(), ci.attributes()));
            typesOfCis.put(ci.id(), ci.type());
        }
    }

    /// The id of the CI that the claim is about; sentences about what speaks against it go to `problems`.
    String identify(ClaimCheck.CheckedClaim claim, @Nullable String boundId, List<String> problems) {
        @Nullable
        String found = null;
        String foundBy = "";
        for (var entry : claim.identityKeys().entrySet()) {
            var owner = owners.get(entry.getValue());
            if (owner == null || owner.equals(found) || !maybeSame(claim, owner, entry.getKey())) {
                continue;
            }
            if (found == null) {
                found = owner;
                foundBy = entry.getKey();
            } else {
                problems.add("claim " + claim.key() + " meets CI " + found + " by " + foundBy + " and CI " + owner + " by " + entry.getKey()
                        + ", expected one CI; the first is taken");
            }
        }
        if (found == null && boundId != null && typesOfCis.containsKey(boundId) && maybeSame(claim, boundId, "")) {
            found = boundId;
        }
        return bind(claim, found == null ? newIds.get() : found);
    }

    private String bind(ClaimCheck.CheckedClaim claim, String id) {
        typesOfCis.merge(id, claim.claim().ciType(), (known, claimed) -> types.isA(claimed, known) ? claimed : known);
        var keys = keysOfCis.computeIfAbsent(id, unknown -> new LinkedHashMap<>());
        claim.identityKeys().forEach((rule, key) -> {
            keys.putIfAbsent(rule, key);
            owners.putIfAbsent(key, id);
        });
        return id;
    }

    /// Whether nothing stronger than the rule speaks against the claim being about the CI.
    private boolean maybeSame(ClaimCheck.CheckedClaim claim, String ciId, String byRule) {
        var ciType = typesOfCis.getOrDefault(ciId, "");
        var claimType = claim.claim().ciType();
        if (!types.isA(ciType, claimType) && !types.isA(claimType, ciType)) {
            return false;
        }
        var keysOfCi = keysOfCis.getOrDefault(ciId, new LinkedHashMap<>());
        for (var entry : claim.identityKeys().entrySet()) {
            if (entry.getKey().equals(byRule)) {
                return true;
            }
            var other = keysOfCi.get(entry.getKey());
            if (other != null) {
                return other.equals(entry.getValue());
            }
        }
        return true;
    }
}
