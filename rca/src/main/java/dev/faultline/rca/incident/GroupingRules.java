package dev.faultline.rca.incident;

import java.time.Duration;

/// When two alerts belong together.
///
/// @param near how close alerts must begin to one another, and how long the incident may then last
/// @param storm the same for alerts that follow one another so closely that they are nearly surely of one fault
/// @param hops how many edges may lie between what they are on; a shared host or callee is two edges away
/// @param degreeMax a CI with more edges joins nothing, as some are connected to everything
public record GroupingRules(Reach near, Reach storm, int hops, int degreeMax) {
    /// Fifteen minutes in half an hour, two minutes in two hours, three hops.
    public static final GroupingRules DEFAULT = new GroupingRules(new Reach(Duration.ofMinutes(15), Duration.ofMinutes(30)),
            new Reach(Duration.ofMinutes(2), Duration.ofHours(2)), 3, 64);

    /// How far alerts reach in time.
    ///
    /// @param gap how far apart two alerts may begin
    /// @param span how much time may lie between the begin of an incident and the start of its last alert
    public record Reach(Duration gap, Duration span) {
        public Reach {
            if (gap.isNegative() || span.compareTo(gap) < 0) {
                throw new IllegalArgumentException(
                        "grouping reach has gap " + gap + " and span " + span + ", expected 0 <= gap <= span");
            }
        }
    }

    public GroupingRules {
        if (hops < 0 || degreeMax < 1) {
            throw new IllegalArgumentException(
                    "grouping rules with " + hops + " hops and degree " + degreeMax
                            + ", expected no negative hops and a degree of 1 or more");
        }
    }
}
