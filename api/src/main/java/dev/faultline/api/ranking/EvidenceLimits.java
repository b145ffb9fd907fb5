package dev.faultline.api.ranking;

import java.time.Duration;
import java.util.List;

import dev.faultline.rca.incident.Onset;

/// How much is read for one ranking; what does not fit is left out, nearest kept first, and the ranking says so.
///
/// @param hops how far from what suffers
/// @param cis around what suffers
/// @param fanOut edges of one CI that are followed in one direction
/// @param edges call edges whose windows are read
/// @param normal how much time before the onset stands for normal
/// @param fault how much time after the onset is looked at
/// @param lead how long before the onset the fault may have begun: alerts fire late
/// @param deployments how old a deployment may be
/// @param history how far back earlier incidents tell how common an alert is
/// @param windowDelay how long after a call its window is stored
/// @param sameMinutes how long before lie the earlier times at which load was alike: the same minutes of other days
record EvidenceLimits(int hops, int cis, int fanOut, int edges, Duration normal, Duration fault, Duration lead, Duration deployments,
        Duration history, Duration windowDelay, List<Duration> sameMinutes) {
    static final EvidenceLimits DEFAULT = new EvidenceLimits(4, 1_000, 100, 1_000, Duration.ofMinutes(20), Onset.SPAN,
            Duration.ofMinutes(2),
            Duration.ofHours(24), Duration.ofDays(90), Duration.ofSeconds(5),
            List.of(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3), Duration.ofDays(7)));

    EvidenceLimits withLead(Duration other) {
        return new EvidenceLimits(hops, cis, fanOut, edges, normal, fault, other, deployments, history, windowDelay, sameMinutes);
    }
}
