package dev.faultline.collectors.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.ClaimHead;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.Verdict;
import dev.faultline.graph.type.CiTypes;

/// How a run's claims differ from the known claims of its scope.
///
/// A claim counts as changed too when the key that one of its relations leads to is new, gone or changed, because that key may
/// stand for another CI now.
///
/// @param changed claims that are new or say something else, valid parts only
/// @param goneKeys known keys that the run may remove
/// @param heads the known claims of the scope by key
/// @param ciTypes CI type by key, of the run's claims
/// @param held how many known keys were not seen but are kept by the gate
/// @param problems sentences about claims that cannot be used, and those kept with unchanged claims
record ScopeDiff(List<ClaimCheck.CheckedClaim> changed, Set<String> goneKeys, Map<String, ClaimHead> heads, Map<String, String> ciTypes,
        Verdict verdict, int unchanged, int held, List<String> problems) {

    static ScopeDiff of(Run run, Map<String, ClaimHead> heads, CiTypes types, RemovalGate gate) {
        var problems = new ArrayList<String>();
        var claims = byKey(run, problems);
        var unseen = new TreeSet<>(heads.keySet());
        unseen.removeAll(claims.keySet());
        var verdict = judge(run, gate, heads, unseen, types);
        var goneKeys = verdict == Verdict.APPLIED ? unseen : Set.<String>of();
        var changed = changed(claims, heads, goneKeys, types, problems);
        var ciTypes = new HashMap<String, String>();
        claims.values().forEach(claim -> ciTypes.put(claim.key(), claim.ciType()));
        int unchanged = (int) claims.keySet().stream().filter(heads::containsKey).count() - (int) changed.stream()
                .filter(claim -> heads.containsKey(claim.key())).count();
        return new ScopeDiff(changed, goneKeys, heads, ciTypes, verdict, unchanged, verdict == Verdict.HELD ? unseen.size() : 0, problems);
    }

    /// The claims are made no more, and no others change.
    static ScopeDiff gone(Map<String, ClaimHead> heads) {
        return new ScopeDiff(List.of(), Set.copyOf(heads.keySet()), heads, Map.of(), Verdict.APPLIED, 0, 0, List.of());
    }

    private static Map<String, Claim> byKey(Run run, List<String> problems) {
        var claims = new HashMap<String, Claim>();
        for (var claim : run.claims()) {
            if (claims.putIfAbsent(claim.key(), claim) != null) {
                problems.add("claim " + claim.key() + " is in the run twice, expected once; the first is used");
            }
        }
        return claims;
    }

    private static Verdict judge(Run run, RemovalGate gate, Map<String, ClaimHead> heads, Set<String> unseen, CiTypes types) {
        var lasting = heads.values().stream().filter(head -> lasting(head, types)).toList();
        int lastingGone = (int) lasting.stream().filter(head -> unseen.contains(head.key())).count();
        return gate.judge(run.outcome(), run.claims().size(), heads.size(), lastingGone, lasting.size());
    }

    private static boolean lasting(ClaimHead head, CiTypes types) {
        return !types.find(head.ciType()).map(type -> type.shortLived()).orElse(false);
    }

    private static List<ClaimCheck.CheckedClaim> changed(Map<String, Claim> claims, Map<String, ClaimHead> heads, Set<String> goneKeys,
            CiTypes types, List<String> problems) {
        var hashes = hashes(claims, types);
        var movedKeys = movedKeys(hashes, heads);
        movedKeys.addAll(goneKeys);
        var check = new ClaimCheck(types);
        var changed = new ArrayList<ClaimCheck.CheckedClaim>();
        for (var claim : new TreeMap<>(claims).values()) {
            var head = heads.get(claim.key());
            if (head != null && !movedKeys.contains(claim.key())
                    && claim.relations().stream().noneMatch(relation -> movedKeys.contains(relation.toKey()))) {
                problems.addAll(head.problems());
                continue;
            }
            switch (check.check(claim, hashes.getOrDefault(claim.key(), ""))) {
                case ClaimCheck.Result.Accepted(var checked) -> changed.add(checked);
                case ClaimCheck.Result.Refused(var reason) -> problems.add(reason);
            }
        }
        return changed;
    }

    private static Map<String, String> hashes(Map<String, Claim> claims, CiTypes types) {
        var contentHash = new ContentHash(types);
        var hashes = new HashMap<String, String>();
        claims.forEach((key, claim) -> hashes.put(key, contentHash.of(claim)));
        return hashes;
    }

    private static Set<String> movedKeys(Map<String, String> hashes, Map<String, ClaimHead> heads) {
        var moved = new HashSet<String>();
        hashes.forEach((key, hash) -> {
            var head = heads.get(key);
            if (head == null || !head.contentHash().equals(hash)) {
                moved.add(key);
            }
        });
        return moved;
    }
}
