package dev.faultline.api.handling;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.faultline.rca.incident.KeptApart;

/// The incidents that people took apart, as long as they are known. Used by one thread.
public final class Apart {
    private Set<KeptApart> pairs = Set.of();

    public Set<KeptApart> pairs() {
        return pairs;
    }

    /// Keeps an incident apart from others.
    public void keep(String incidentId, Set<String> otherIds) {
        Set<KeptApart> all = new HashSet<>(pairs);
        otherIds.forEach(other -> all.add(new KeptApart(incidentId, other)));
        pairs = Set.copyOf(all);
    }

    /// Takes notice that an incident took another one in.
    public void merged(String absorbedId, String intoId) {
        pairs = pairs.stream().map(pair -> pair.afterMerge(absorbedId, intoId)).filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Forgets the pairs of which one is not known any more.
    public void retain(Predicate<String> isKnown) {
        pairs = pairs.stream().filter(pair -> isKnown.test(pair.oneId()) && isKnown.test(pair.otherId()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
