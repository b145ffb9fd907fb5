package dev.faultline.collectors.otlp.log;

import java.util.List;

/// The log records of one request.
///
/// @param lines those taken
/// @param tooOld those not taken as they are too far in the past
/// @param inFuture those not taken as they are too far in the future
/// @param cut those of the lines that lost the end of their text
public record LogBatch(List<LogLine> lines, int tooOld, int inFuture, int cut) {

    public int rejectedCount() {
        return tooOld + inFuture;
    }

    /// One sentence on what was not taken and why, empty where all was taken.
    public String rejectedSentence() {
        String past = tooOld == 0 ? "" : tooOld + " log records whose time is too far in the past";
        String future = inFuture == 0 ? "" : inFuture + " log records whose time is too far in the future";
        return past + (past.isEmpty() || future.isEmpty() ? "" : "; ") + future;
    }
}
