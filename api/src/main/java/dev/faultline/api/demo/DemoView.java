package dev.faultline.api.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.broker.BrokerPlan.PeerPlan;
import dev.faultline.api.demo.broker.BrokerPlan.ServicePlan;
import dev.faultline.api.demo.broker.TradingMorning;
import dev.faultline.api.demo.fault.FaultKind;
import dev.faultline.api.demo.fleet.Instance;
import dev.faultline.api.demo.monitor.Condition;
import dev.faultline.api.demo.monitor.FlowKey;
import dev.faultline.api.demo.monitor.Measure;
import dev.faultline.api.demo.monitor.MonitorView;

/// All that the demo page shows at one moment.
///
/// @param armed whether the monitor knows what is normal, so that faults can be told from the morning's own changes
record DemoView(String sessionClock, String phase, boolean armed, String host, List<ServiceView> services, List<CallView> calls,
        List<AlertView> alerts, List<FaultView> faults, List<TrialView> trials) {

    /// A service on the map.
    record ServiceView(String name, int column, int row, Measure measure, boolean alerting, List<InstanceView> instances) {}

    /// One of its instances.
    record InstanceView(String name, String version, long pid, boolean alive, boolean alerting) {}

    /// The calls from one service to another.
    record CallView(String from, String to, Measure measure, boolean alerting) {}

    /// An alert that fires.
    record AlertView(String name, String about, String summary) {}

    /// A fault that can be injected.
    record FaultView(String kind, String title, String explanation, String usualTarget, List<String> targets) {}

    /// An injected fault with the answer to it.
    record TrialView(int number, String kind, String title, String target, String truth, Instant at, @Nullable Double alertSeconds,
            @Nullable Double rankingSeconds, @Nullable Double foundSeconds, int place, boolean found, boolean active,
            @Nullable IncidentReport incident, List<String> truthNames) {

        static TrialView of(Trial trial) {
            var injection = trial.injection();
            List<String> names = java.util.stream.Stream
                    .concat(java.util.stream.Stream.of(injection.truth().name()), injection.truth().alsoNames().stream()).toList();
            return new TrialView(trial.number(), injection.kind().word(), injection.kind().title(), injection.target(),
                    injection.truth().sentence(), injection.at(), trial.alertSeconds(), trial.rankingSeconds(), trial.foundSeconds(),
                    trial.place(), trial.isFound(), trial.recoveredAt() == null, trial.incident(), names);
        }
    }

    static DemoView of(Demo demo) {
        MonitorView monitor = demo.monitor().view();
        Duration elapsed = demo.sessionTime();
        return new DemoView(TradingMorning.clock(elapsed).withNano(0).toString(), TradingMorning.phase(elapsed).name(),
                monitor.knowsNormal(),
                demo.host(), demo.plan().services().stream().map(service -> service(service, demo.fleet().instances(), monitor)).toList(),
                demo.plan().services().stream()
                        .flatMap(service -> service.calls().stream().map(peer -> call(service, peer, monitor))).toList(),
                monitor.firing().stream().map(DemoView::alert).toList(), faults(demo),
                demo.session().trials().stream().map(TrialView::of).toList());
    }

    private static ServiceView service(ServicePlan plan, List<Instance> running, MonitorView monitor) {
        List<InstanceView> instances = running.stream().filter(instance -> instance.service().equals(plan.name()))
                .map(instance -> new InstanceView(instance.name(), instance.version(), instance.pid(), instance.isAlive(),
                        fires(monitor, Map.of("instance", instance.name()))))
                .toList();
        return new ServiceView(plan.name(), plan.column(), plan.row(), measure(monitor, new FlowKey(plan.name(), null)),
                fires(monitor, Map.of("service", plan.name())), instances);
    }

    private static CallView call(ServicePlan from, PeerPlan to, MonitorView monitor) {
        return new CallView(from.name(), to.service(), measure(monitor, new FlowKey(from.name(), to.service())),
                fires(monitor, Map.of("caller", from.name(), "callee", to.service())));
    }

    private static AlertView alert(Condition condition) {
        return new AlertView(condition.name(), String.join(" ", condition.about().values()), condition.summary());
    }

    private static List<FaultView> faults(Demo demo) {
        return java.util.Arrays.stream(FaultKind.values()).map(kind -> new FaultView(kind.word(), kind.title(), kind.explanation(),
                kind.usualTarget(), demo.injector().targets(kind))).toList();
    }

    private static Measure measure(MonitorView monitor, FlowKey flow) {
        return monitor.flows().getOrDefault(flow, Measure.NONE);
    }

    private static boolean fires(MonitorView monitor, Map<String, String> labels) {
        return monitor.firing().stream().anyMatch(condition -> condition.about().entrySet().containsAll(labels.entrySet()));
    }
}
