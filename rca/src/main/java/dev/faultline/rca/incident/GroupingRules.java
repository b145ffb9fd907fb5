package dev.faultline.rca.incident;

import java.time.Duration;

/// When two alerts belong together.
///
/// @param gap how far apart they may begin
/// @param hops how many edges may lie between what they are on; a shared host or callee is two edges away
/// @param degreeMax a CI with more edges joins nothing, as some are connected to everything
public record GroupingRules(Duration gap, int hops, int degreeMax) {
    /// Fifteen minutes, three hops.
    public static final GroupingRules DEFAULT = new GroupingRules(Duration.ofMinutes(15), 3, 64);

    public GroupingRules {
        if (gap.isNegative() || hops < 0 || degreeMax < 1) {
            throw new IllegalArgumentException("grouping rules with gap " + gap + ", " + hops + " hops and degree " + degreeMax
                    + ", expected none to be negative and a degree of 1 or more");
        }
    }
}
