package dev.faultline.collectors.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.claim.StoredClaim;
import dev.faultline.graph.type.AttributeType;
import dev.faultline.graph.type.CiTypes;

/// Makes one CI of all that is claimed about it, whatever the order in which the claims came.
final class ValueMerge {
    private static final Comparator<StoredClaim> BY_NAME = Comparator.comparing(StoredClaim::source).thenComparing(StoredClaim::scope)
            .thenComparing(StoredClaim::key);

    private final CiTypes types;

    ValueMerge(CiTypes types) {
        this.types = types;
    }

    /// The CI that at least one claim describes.
    Ci merge(String id, Collection<StoredClaim> claims, Instant at) {
        var ordered = claims.stream().sorted(BY_NAME).toList();
        var type = ordered.stream().map(StoredClaim::ciType).reduce((a, b) -> types.isA(b, a) ? b : a).orElseThrow();
        var name = ordered.stream().map(StoredClaim::name).filter(each -> !each.isBlank()).findFirst().orElse(id);
        return new Ci(id, type, name, values(type, ordered), at);
    }

    private Map<String, Object> values(String type, List<StoredClaim> ordered) {
        var values = new HashMap<String, Object>();
        types.attributes(type).forEach((name, attribute) -> ordered.stream().filter(claim -> claim.values().containsKey(name))
                .min(Comparator.comparingInt(claim -> rank(attribute, claim.source()))).map(claim -> claim.values().get(name))
                .ifPresent(winner -> values.put(name, winner.value())));
        return values;
    }

    private static int rank(AttributeType attribute, String source) {
        int rank = attribute.sources().indexOf(source);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }
}
