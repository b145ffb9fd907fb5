package dev.faultline.api.demo.broker;

import java.util.random.RandomGenerator;

/// What is wrong with this instance at the moment; nothing at the start.
final class Misbehaviour {
    private volatile int extraMillis;
    private volatile double failingShare;

    void slowDown(int millis) {
        extraMillis = millis;
    }

    void fail(double share) {
        failingShare = share;
    }

    void end() {
        extraMillis = 0;
        failingShare = 0;
    }

    /// Time that each request takes longer than it should.
    int extraMillis() {
        return extraMillis;
    }

    /// Fails as broken code would, in the share of requests that is set.
    void strike(RandomGenerator random) {
        if (failingShare > 0 && random.nextDouble() < failingShare) {
            throw new IllegalStateException("connection pool exhausted");
        }
    }
}
