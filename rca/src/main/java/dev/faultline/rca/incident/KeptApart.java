package dev.faultline.rca.incident;

import org.jspecify.annotations.Nullable;

/// That people took one of two incidents out of the other, so that they must not become one again.
public record KeptApart(String oneId, String otherId) {
    public KeptApart {
        if (oneId.equals(otherId)) {
            throw new IllegalArgumentException("incident '" + oneId + "' is kept apart from itself, expected two incidents");
        }
    }

    /// The pair when an incident took another one in.
    ///
    /// @return null where both are one now
    public @Nullable KeptApart afterMerge(String absorbedId, String intoId) {
        String one = oneId.equals(absorbedId) ? intoId : oneId;
        String other = otherId.equals(absorbedId) ? intoId : otherId;
        return one.equals(other) ? null : new KeptApart(one, other);
    }
}
