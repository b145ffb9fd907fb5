package dev.faultline.api.demo.broker;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.faultline.api.demo.broker.BrokerPlan.CallPlan;
import dev.faultline.api.demo.broker.BrokerPlan.EndpointPlan;
import dev.faultline.api.demo.broker.BrokerPlan.PeerPlan;
import dev.faultline.api.demo.broker.BrokerPlan.ServicePlan;

/// The work of one instance: a bounded number of requests at a time, time spent, state kept, and calls to others.
final class Work {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BAD_GATEWAY = 502;
    private static final double JITTER = 0.25;
    private static final int LOT = 100;

    private final ServicePlan plan;
    private final String version;
    private final Misbehaviour misbehaviour;
    private final Downstream downstream;
    private final InstanceState state = new InstanceState();
    private final Semaphore workers;
    private final Map<String, PeerPlan> peers;

    Work(ServicePlan plan, String version, Misbehaviour misbehaviour, Downstream downstream) {
        this.plan = plan;
        this.version = version;
        this.misbehaviour = misbehaviour;
        this.downstream = downstream;
        this.workers = new Semaphore(plan.workers(), true);
        this.peers = plan.calls().stream().collect(Collectors.toMap(PeerPlan::service, Function.identity()));
    }

    /// Does what an endpoint is there for, and returns the HTTP status of the answer.
    int perform(EndpointPlan endpoint, String key) {
        workers.acquireUninterruptibly();
        try {
            misbehaviour.strike(ThreadLocalRandom.current());
            spend(endpoint.workMillis());
            if (plan.splitsOrders()) {
                OrderSplitting.childOrders(version, quantity(key));
            }
            int status = callOthers(endpoint, key);
            return status == OK ? useState(endpoint, key) : status;
        } finally {
            workers.release();
        }
    }

    private int callOthers(EndpointPlan endpoint, String key) {
        boolean missed = false;
        for (CallPlan call : endpoint.calls()) {
            if (call.onlyAfterMiss() && !missed) {
                continue;
            }
            int status = downstream.call(peer(call.service()), call.route(), key);
            if (status >= 500 && call.mustSucceed()) {
                return BAD_GATEWAY;
            }
            missed |= status != OK;
        }
        return OK;
    }

    private PeerPlan peer(String service) {
        PeerPlan peer = peers.get(service);
        if (peer == null) {
            throw new IllegalStateException(plan.name() + " calls " + service + ", which its list of calls does not name");
        }
        return peer;
    }

    private int useState(EndpointPlan endpoint, String key) {
        return switch (endpoint.state()) {
            case NONE, READ -> OK;
            case LOOKUP -> state.isFresh(key, System.currentTimeMillis()) ? OK : NOT_FOUND;
            case WRITE -> {
                state.write(key, System.currentTimeMillis());
                yield OK;
            }
        };
    }

    private void spend(int typicalMillis) {
        double factor = Math.exp(JITTER * ThreadLocalRandom.current().nextGaussian());
        long nanos = Math.round((typicalMillis * factor + misbehaviour.extraMillis()) * 1e6);
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }

    /// Quantity of an order: most are round lots, as the digits of its key say.
    private static int quantity(String key) {
        int digits = Math.floorMod(key.hashCode(), 1_000);
        return LOT * (1 + digits % 9) + (digits % 10 < 7 ? 0 : digits % LOT);
    }
}
