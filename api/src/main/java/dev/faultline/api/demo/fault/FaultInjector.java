package dev.faultline.api.demo.fault;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.broker.BrokerPlan;
import dev.faultline.api.demo.broker.BrokerPlan.ServicePlan;
import dev.faultline.api.demo.fault.FaultKind.Scope;
import dev.faultline.api.demo.fleet.Fleet;
import dev.faultline.api.demo.fleet.Freezer;
import dev.faultline.api.demo.fleet.Instance;
import dev.faultline.api.demo.fleet.ProcessorHog;

/// Injects faults into the running broker.
public final class FaultInjector {
    private static final int EXTRA_MILLIS = 450;
    private static final double FAILING_SHARE = 0.66;
    private static final double SURGE_FACTOR = 4;
    private static final Duration BURN_TIME_MAX = Duration.ofSeconds(60);
    private static final String ENTRY = "gateway";

    private final BrokerPlan plan;
    private final Fleet fleet;
    private final Rollouts rollouts;
    private final String host;
    private final Path folder;
    private final Clock clock;

    /// Tells Faultline of deployments, as a delivery pipeline would.
    public interface Rollouts {
        /// Reports that one instance was given another version.
        void report(Rollout rollout);
    }

    /// One deployment onto one instance.
    public record Rollout(String service, String instance, String host, String fromVersion, String toVersion, Instant startedAt,
            Instant endedAt) {}

    public FaultInjector(BrokerPlan plan, Fleet fleet, Rollouts rollouts, String host, Path folder, Clock clock) {
        this.plan = plan;
        this.fleet = fleet;
        this.rollouts = rollouts;
        this.host = host;
        this.folder = folder;
        this.clock = clock;
    }

    /// Where a kind of fault can be injected.
    public List<String> targets(FaultKind kind) {
        return switch (kind.scope()) {
            case SERVICE -> plan.services().stream().filter(service -> service.workers() > 0).map(ServicePlan::name).toList();
            case INSTANCE -> plan.services().stream()
                    .filter(service -> kind == FaultKind.BAD_RELEASE ? service.newRelease() != null : service.workers() > 0)
                    .flatMap(service -> IntStream.rangeClosed(1, service.instances()).mapToObj(service::instanceName)).toList();
            case HOST -> List.of(host);
            case TRAFFIC -> List.of(kind.usualTarget());
        };
    }

    /// Injects a fault; null as target means the usual one.
    public Injection inject(FaultKind kind, @Nullable String wanted) {
        String target = wanted != null ? wanted : kind.scope() == Scope.HOST ? host : kind.usualTarget();
        if (!targets(kind).contains(target)) {
            throw new IllegalArgumentException("fault " + kind.word() + " has no target '" + target + "', expected one of "
                    + String.join(", ", targets(kind)));
        }
        Instant at = clock.instant();
        return switch (kind) {
            case SLOW -> misbehave(kind, target, at, "slow " + EXTRA_MILLIS, target + " takes " + EXTRA_MILLIS + " ms longer");
            case ERRORS -> misbehave(kind, target, at, "fail " + FAILING_SHARE, target + " fails two of three requests");
            case BAD_RELEASE -> release(target);
            case FROZEN -> freeze(target, at);
            case KILLED -> kill(target, at);
            case CPU -> burn(at);
            case SURGE -> surge(target, at);
        };
    }

    private Injection misbehave(FaultKind kind, String service, Instant at, String line, String sentence) {
        fleet.sayToService(service, line);
        Set<String> instances = fleet.instances().stream().filter(instance -> instance.service().equals(service))
                .flatMap(instance -> Stream.of(instance.name(), title(service, instance.name()))).collect(Collectors.toSet());
        return new Injection(kind, service, new Truth(service, instances, sentence), at, () -> fleet.sayToService(service, "end"));
    }

    private Injection release(String name) {
        Instance old = fleet.instance(name);
        ServicePlan service = plan.service(old.service());
        String version = java.util.Objects.requireNonNull(service.newRelease());
        Instant serving = roll(old, version);
        Truth truth = new Truth(name, Set.of(service.name(), title(service.name(), name)),
                name + " runs " + service.name() + " " + version + ", which carries a bug");
        return new Injection(FaultKind.BAD_RELEASE, name, truth, serving, () -> roll(fleet.instance(name), service.version()));
    }

    /// Replaces an instance and returns since when the new one serves.
    private Instant roll(Instance old, String version) {
        Instant started = clock.instant();
        fleet.replace(old.name(), version);
        Instant serving = clock.instant();
        rollouts.report(new Rollout(old.service(), old.name(), host, old.version(), version, started, serving));
        return serving;
    }

    private Injection freeze(String name, Instant at) {
        Freezer freezer = Freezer.freeze(fleet.instance(name).pid());
        return new Injection(FaultKind.FROZEN, name, instance(name, "is stopped with SIGSTOP"), at, freezer::close);
    }

    private Injection kill(String name, Instant at) {
        String version = fleet.instance(name).version();
        fleet.kill(name);
        return new Injection(FaultKind.KILLED, name, instance(name, "was killed with SIGKILL"), at, () -> fleet.replace(name, version));
    }

    private Truth instance(String name, String what) {
        String service = fleet.instance(name).service();
        return new Truth(name, Set.of(service, title(service, name)), name + " " + what);
    }

    /// What Faultline calls an instance that it knows from spans.
    private static String title(String service, String instance) {
        return service + " " + instance;
    }

    private Injection burn(Instant at) {
        ProcessorHog hog = ProcessorHog.start(BURN_TIME_MAX, folder);
        return new Injection(FaultKind.CPU, host, new Truth(host, Set.of(), "another process burns all processors of " + host), at,
                hog::close);
    }

    private Injection surge(String source, Instant at) {
        fleet.sayToService(source, "surge " + SURGE_FACTOR);
        Truth truth = new Truth(ENTRY, Set.of(source), "the terminals send four times their requests to the " + ENTRY);
        return new Injection(FaultKind.SURGE, source, truth, at, () -> fleet.sayToService(source, "surge 1"));
    }
}
