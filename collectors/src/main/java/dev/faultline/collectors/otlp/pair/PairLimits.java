package dev.faultline.collectors.otlp.pair;

/// Bounds of the wait in which the sides of a call find each other.
///
/// @param waitMillis how long a span waits for its partner, from its arrival
/// @param waitingSpansMax how many spans wait at most; the oldest gives way
/// @param endpointsMax how many endpoints one callee has; further ones are counted together
/// @param knownPeersMax how many addresses and names of services are remembered
public record PairLimits(long waitMillis, int waitingSpansMax, int endpointsMax, int knownPeersMax) {
    public static final PairLimits DEFAULT = new PairLimits(10_000, 1_000_000, 1_000, 10_000);

    public PairLimits withWaitMillis(long other) {
        return new PairLimits(other, waitingSpansMax, endpointsMax, knownPeersMax);
    }
}
