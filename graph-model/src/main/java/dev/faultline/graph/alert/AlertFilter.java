package dev.faultline.graph.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.notice.AlertState;

/// Which alerts a reader wants; a null part means any.
///
/// @param ciId bound to this CI, or to calls from or to it
/// @param startsFrom began at or after this instant
/// @param startsBefore began before this instant
/// @param text contained in the name, a label or an annotation, whatever the case
/// @param unbound true for those only that match no CI and no call edge
public record AlertFilter(@Nullable AlertState state, @Nullable String ciId, @Nullable Instant startsFrom, @Nullable Instant startsBefore,
        @Nullable String text, boolean unbound) {

    /// Every alert.
    public static final AlertFilter ALL = new AlertFilter(null, null, null, null, null, false);
}
