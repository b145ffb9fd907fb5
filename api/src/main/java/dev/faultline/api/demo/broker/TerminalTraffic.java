package dev.faultline.api.demo.broker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

import dev.faultline.api.demo.broker.BrokerPlan.PeerPlan;
import dev.faultline.api.demo.broker.TradingMorning.Rates;

/// The traders' terminals: requests to the gateway that arrive at random, at the rates of a trading morning, whatever the answers.
final class TerminalTraffic {
    private static final int IN_FLIGHT_MAX = 400;
    private static final int CUSTOMERS = 2_000;
    private static final int SYMBOLS = 60;

    private final PeerPlan gateway;
    private final Downstream downstream;
    private final RandomGenerator random;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
    private volatile double surgeFactor = 1;

    TerminalTraffic(PeerPlan gateway, Downstream downstream, RandomGenerator random) {
        this.gateway = gateway;
        this.downstream = downstream;
        this.random = random;
    }

    /// Multiplies the rates; 1 is an ordinary morning.
    void surge(double factor) {
        surgeFactor = factor;
    }

    /// Begins the session in a thread of its own.
    void start() {
        Thread.ofPlatform().name("terminals").daemon().start(this::trade);
    }

    private void trade() {
        long startNanos = System.nanoTime();
        while (true) {
            Rates rates = TradingMorning.rates(Duration.ofNanos(System.nanoTime() - startNanos)).times(surgeFactor);
            LockSupport.parkNanos(Math.round(-Math.log(1 - random.nextDouble()) / rates.total() * 1e9));
            String route = route(rates);
            String key = route.startsWith("GET /quotes") ? "S" + random.nextInt(SYMBOLS) : "C" + random.nextInt(CUSTOMERS);
            if (inFlight.tryAcquire()) {
                Thread.startVirtualThread(() -> request(route, key));
            }
        }
    }

    private String route(Rates rates) {
        double pick = random.nextDouble() * rates.total();
        if (pick < rates.quotes()) {
            return "GET /quotes/{key}";
        }
        if (pick < rates.quotes() + rates.orders()) {
            return "POST /orders/{key}";
        }
        return pick < rates.quotes() + rates.orders() + rates.accounts() ? "GET /accounts/{key}" : "POST /login/{key}";
    }

    private void request(String route, String key) {
        try {
            downstream.call(gateway, route, key);
        } finally {
            inFlight.release();
        }
    }
}
