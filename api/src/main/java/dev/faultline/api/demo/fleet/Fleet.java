package dev.faultline.api.demo.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.faultline.api.demo.broker.BrokerPlan;
import dev.faultline.api.demo.broker.BrokerPlan.PeerPlan;
import dev.faultline.api.demo.broker.BrokerPlan.ServicePlan;

/// All running instances of the broker, and the service discovery that tells them of each other.
public final class Fleet implements AutoCloseable {
    /// How many Java processes start at the same time.
    private static final int STARTS_AT_ONCE = 4;

    private final BrokerPlan plan;
    private final Surroundings surroundings;
    private final Map<String, Instance> instances = new ConcurrentHashMap<>();

    private Fleet(BrokerPlan plan, Surroundings surroundings) {
        this.plan = plan;
        this.surroundings = surroundings;
    }

    /// Starts every instance of the plan and returns when all serve and know each other.
    public static Fleet start(BrokerPlan plan, Surroundings surroundings) {
        Fleet fleet = new Fleet(plan, surroundings);
        try {
            fleet.startAll();
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
        plan.names().forEach(fleet::announce);
        return fleet;
    }

    private void startAll() {
        List<Callable<Void>> starts = plan.services().stream().flatMap(service -> IntStream.rangeClosed(1, service.instances())
                .mapToObj(number -> (Callable<Void>) () -> run(service, service.instanceName(number), service.version()))).toList();
        try (ExecutorService executor = Executors.newFixedThreadPool(STARTS_AT_ONCE)) {
            for (Future<Void> start : executor.invokeAll(starts)) {
                if (start.state() == Future.State.FAILED) {
                    throw new IllegalStateException("the broker does not start: " + start.exceptionNow().getMessage(),
                            start.exceptionNow());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The instances in the order of their names.
    public List<Instance> instances() {
        return instances.values().stream().sorted(java.util.Comparator.comparing(Instance::name)).toList();
    }

    /// One instance by its name.
    public Instance instance(String name) {
        Instance instance = instances.get(name);
        if (instance == null) {
            throw new IllegalArgumentException("instance " + name + " does not run, expected one of "
                    + instances.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return instance;
    }

    /// Says a line to all instances of a service.
    public void sayToService(String service, String line) {
        of(service).forEach(instance -> instance.say(line));
    }

    /// Kills an instance with SIGKILL; it stays announced, as it would until somebody notices.
    public void kill(String name) {
        instance(name).kill();
    }

    /// Replaces an instance by one of the given version: out of discovery, stopped, started, announced again.
    public void replace(String name, String version) {
        Instance old = instance(name);
        instances.remove(name);
        announce(old.service());
        old.stop();
        run(old.plan(), name, version);
        announce(old.service());
    }

    private Void run(ServicePlan service, String name, String version) {
        Instance instance = Instance.start(surroundings, service, name, version);
        instances.put(name, instance);
        for (PeerPlan peer : service.calls()) {
            instance.say(announcement(peer.service()));
        }
        return null;
    }

    private void announce(String service) {
        String line = announcement(service);
        plan.services().stream().filter(caller -> caller.calls().stream().anyMatch(peer -> peer.service().equals(service)))
                .forEach(caller -> sayToService(caller.name(), line));
    }

    private String announcement(String service) {
        return "peers " + service + of(service).stream().map(instance -> " " + instance.address()).collect(Collectors.joining());
    }

    private Collection<Instance> of(String service) {
        return instances().stream().filter(instance -> instance.service().equals(service)).toList();
    }

    @Override
    public void close() {
        instances.values().parallelStream().forEach(Instance::stop);
    }
}
