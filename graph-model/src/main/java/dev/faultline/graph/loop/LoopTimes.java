package dev.faultline.graph.loop;

import java.time.Duration;

/// How long a loop takes over what.
///
/// @param rest between one step and the next
/// @param failurePause before a step is done again that failed
/// @param stepMax a step that takes longer is told as a problem
/// @param stopMax how long a stop waits for what is to be done yet, and once more for the thread's end
public record LoopTimes(Duration rest, Duration failurePause, Duration stepMax, Duration stopMax) {

    /// For a step that waits by itself for what it has to do.
    public static LoopTimes unrested(Duration failurePause, Duration stepMax, Duration stopMax) {
        return new LoopTimes(Duration.ZERO, failurePause, stepMax, stopMax);
    }
}
