package dev.faultline.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The nonces of messages that were taken, for as long as a copy of the message could pass for a new one.
///
/// Never is one forgotten before its time: where there is no room for another, no further message is taken.
final class SeenNonces {
    private final int max;
    private final Duration keep;
    private final SequencedMap<String, Instant> until = new LinkedHashMap<>();

    /// @param keep at least as long as messages are valid
    SeenNonces(int max, Duration keep) {
        this.max = max;
        this.keep = keep;
    }

    /// What became of a claim.
    enum Claim {
        NEW, SEEN, FULL
    }

    /// Remembers a nonce, if it is new and there is room.
    synchronized Claim claim(String nonce, Instant now) {
        while (!until.isEmpty() && until.firstEntry().getValue().isBefore(now)) {
            until.pollFirstEntry();
        }
        if (until.containsKey(nonce)) {
            return Claim.SEEN;
        }
        if (until.size() >= max) {
            return Claim.FULL;
        }
        until.put(nonce, now.plus(keep));
        return Claim.NEW;
    }

    /// Forgets a nonce whose message was not taken after all.
    synchronized void release(String nonce) {
        until.remove(nonce);
    }
}
