package dev.faultline.collectors.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.ci.RelationKey;
import dev.faultline.graph.claim.Estate;
import dev.faultline.graph.claim.Seeker;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.RelationType;

/// Links CIs whose attributes name each other, such as a service instance and the host whose id it states.
///
/// A relation that a source claims is never touched, and none is added beside it.
final class Matching {
    private final CiTypes types;
    private final Identities identities;

    Matching(CiTypes types) {
        this.types = types;
        identities = new Identities(types);
    }

    /// Whether CIs of other types may be matched to one of this type.
    boolean isSought(String ciType) {
        return seekingTypes().stream().flatMap(types::relations).filter(relation -> !relation.match().isEmpty())
                .flatMap(relation -> relation.targets().stream()).anyMatch(target -> types.isA(ciType, target));
    }

    /// The types whose CIs have relations to be matched.
    Set<String> seekingTypes() {
        return types.all().stream().map(type -> type.name())
                .filter(name -> types.relations(name).anyMatch(relation -> !relation.match().isEmpty())).collect(Collectors.toSet());
    }

    /// The relations that can be matched.
    Set<String> relations() {
        return seekingTypes().stream().flatMap(types::relations).filter(relation -> !relation.match().isEmpty()).map(RelationType::name)
                .collect(Collectors.toSet());
    }

    /// The identity keys that the CIs look for.
    Set<String> wantedKeys(Collection<Seeker> seekers) {
        return seekers.stream().flatMap(seeker -> types.relations(seeker.ciType()).flatMap(relation -> keys(seeker, relation).stream()))
                .collect(Collectors.toSet());
    }

    /// The matched relations to add and to remove.
    CiChanges changes(Collection<Seeker> seekers, Map<String, Estate.Owner> owners) {
        var added = new ArrayList<RelationKey>();
        var removed = new ArrayList<RelationKey>();
        for (var seeker : seekers) {
            types.relations(seeker.ciType()).filter(relation -> !relation.match().isEmpty()).forEach(relation -> {
                var wanted = wanted(seeker, relation, owners);
                var present = new HashSet<String>();
                seeker.links().stream().filter(link -> link.matched() && link.type().equals(relation.name()))
                        .forEach(link -> present.add(link.toId()));
                wanted.filter(id -> !present.contains(id))
                        .ifPresent(id -> added.add(new RelationKey(relation.name(), seeker.ciId(), id)));
                present.stream().filter(id -> !id.equals(wanted.orElse(null)))
                        .forEach(id -> removed.add(new RelationKey(relation.name(), seeker.ciId(), id)));
            });
        }
        return new CiChanges(List.of(), Set.of(), added, removed);
    }

    private Optional<String> wanted(Seeker seeker, RelationType relation, Map<String, Estate.Owner> owners) {
        if (seeker.links().stream().anyMatch(link -> !link.matched() && link.type().equals(relation.name()))) {
            return Optional.empty();
        }
        return keys(seeker, relation).stream().map(owners::get)
                .filter(owner -> owner != null && types.allows(seeker.ciType(), relation.name(), owner.ciType())
                        && !owner.ciId().equals(seeker.ciId()))
                .map(Estate.Owner::ciId).findFirst();
    }

    private List<String> keys(Seeker seeker, RelationType relation) {
        var keys = new ArrayList<String>();
        for (var match : relation.match()) {
            var values = new HashMap<String, Object>();
            match.forEach((own, target) -> Optional.ofNullable(seeker.attributes().get(own)).ifPresent(value -> values.put(target, value)));
            relation.targets().stream().flatMap(target -> types.identification(target).stream())
                    .filter(declared -> Set.copyOf(declared.rule().attributes()).equals(Set.copyOf(match.values())))
                    .map(declared -> identities.key(declared.type(), declared.rule().attributes(), values))
                    .forEach(key -> Optional.ofNullable(key).ifPresent(keys::add));
        }
        return keys;
    }
}
