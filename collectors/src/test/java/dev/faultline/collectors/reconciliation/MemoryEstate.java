package dev.faultline.collectors.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.ci.RelationKey;
import dev.faultline.graph.claim.CiState;
import dev.faultline.graph.claim.ClaimHead;
import dev.faultline.graph.claim.Estate;
import dev.faultline.graph.claim.Reconciliation;
import dev.faultline.graph.claim.Seeker;
import dev.faultline.graph.claim.StoredClaim;
import dev.faultline.graph.type.CiTypes;

/// An estate in memory, so that reconciliation is tested without a server.
final class MemoryEstate implements Estate {
    final Map<String, Ci> live = new LinkedHashMap<>();
    final Map<String, Ci> retired = new LinkedHashMap<>();
    final List<StoredClaim> claims = new ArrayList<>();
    final Map<String, String> identities = new HashMap<>();
    final Set<RelationKey> claimedLinks = new HashSet<>();
    final Set<RelationKey> matchedLinks = new HashSet<>();
    int writes;
    int reads;

    @Override
    public List<ClaimHead> heads(String source, String scope) {
        var heads = claims.stream().filter(claim -> claim.source().equals(source) && claim.scope().equals(scope))
                .map(claim -> new ClaimHead(claim.key(), claim.ciId(), claim.ciType(), claim.contentHash(), claim.problems())).toList();
        reads += heads.size();
        return heads;
    }

    @Override
    public List<ClaimHead> heads(String source, String scope, Set<String> keys) {
        var before = reads;
        var heads = heads(source, scope).stream().filter(head -> keys.contains(head.key())).toList();
        reads = before + heads.size();
        return heads;
    }

    @Override
    public List<CiState> states(Set<String> identityKeys, Set<String> ciIds) {
        var ids = new HashSet<>(ciIds);
        identityKeys.stream().map(identities::get).filter(Objects::nonNull).forEach(ids::add);
        return ids.stream().map(this::state).toList();
    }

    private CiState state(String id) {
        var keys = identities.entrySet().stream().filter(entry -> entry.getValue().equals(id)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var ci = Objects.requireNonNull(live.containsKey(id) ? live.get(id) : retired.get(id));
        return new CiState(ci, retired.containsKey(id), keys, claims.stream().filter(claim -> claim.ciId().equals(id)).toList());
    }

    @Override
    public void apply(Reconciliation reconciliation, CiTypes types, Instant at) {
        var report = reconciliation.report();
        var changes = reconciliation.changes();
        writes += changes.puts().size() + changes.retiredIds().size() + changes.added().size() + changes.removed().size()
                + reconciliation.claims().size() + reconciliation.goneKeys().size();
        claims.removeIf(claim -> claim.source().equals(report.source()) && claim.scope().equals(report.scope())
                && reconciliation.goneKeys().contains(claim.key()));
        for (var claim : reconciliation.claims()) {
            claims.removeIf(claim::sameKey);
            claims.add(claim);
        }
        for (var id : changes.retiredIds()) {
            retired.put(id, Objects.requireNonNull(live.remove(id)));
            claimedLinks.removeIf(link -> link.fromId().equals(id) || link.toId().equals(id));
            matchedLinks.removeIf(link -> link.fromId().equals(id) || link.toId().equals(id));
        }
        for (var ci : changes.puts()) {
            retired.remove(ci.id());
            live.put(ci.id(), ci);
        }
        changes.removed().forEach(claimedLinks::remove);
        claimedLinks.addAll(changes.added());
        reconciliation.droppedIdentities().forEach(identities::remove);
        reconciliation.identities().forEach((key, id) -> {
            if (!live.containsKey(identities.getOrDefault(key, ""))) {
                identities.put(key, id);
            }
        });
    }

    @Override
    public List<Seeker> seekers(Set<String> ciTypes, Set<String> relations) {
        return seekers(ci -> ciTypes.contains(ci.type()));
    }

    @Override
    public List<Seeker> seekersAmong(Set<String> ciIds, Set<String> relations) {
        return seekers(ci -> ciIds.contains(ci.id()));
    }

    private List<Seeker> seekers(Predicate<Ci> wanted) {
        var seekers = live.values().stream().filter(wanted).map(ci -> {
            var links = new ArrayList<Seeker.SeekerLink>();
            claimedLinks.stream().filter(link -> link.fromId().equals(ci.id()))
                    .forEach(link -> links.add(new Seeker.SeekerLink(link.type(), link.toId(), false)));
            matchedLinks.stream().filter(link -> link.fromId().equals(ci.id()))
                    .forEach(link -> links.add(new Seeker.SeekerLink(link.type(), link.toId(), true)));
            return new Seeker(ci.id(), ci.type(), ci.attributes(), links);
        }).toList();
        reads += seekers.size();
        return seekers;
    }

    @Override
    public Map<String, Owner> owners(Set<String> identityKeys) {
        var owners = new HashMap<String, Owner>();
        for (var key : identityKeys) {
            var ci = live.get(identities.getOrDefault(key, ""));
            if (ci != null) {
                owners.put(key, new Owner(ci.id(), ci.type()));
            }
        }
        return owners;
    }

    @Override
    public void link(CiChanges matched, CiTypes types, Instant at) {
        matched.removed().forEach(matchedLinks::remove);
        matchedLinks.addAll(matched.added());
    }
}
