package dev.faultline.api.demo.monitor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.faultline.api.demo.fleet.Fleet;
import dev.faultline.api.demo.fleet.Instance;

/// Watches the broker: every second it reads the metrics of all instances, applies the rules, and sends what begins, lasts and ends.
public final class Monitor implements AutoCloseable {
    private static final long TICK_MILLIS = 1_000;
    private static final int DOWN_TICKS_MIN = 3;

    private final Fleet fleet;
    private final HostGauge host;
    private final String hostName;
    private final AlertmanagerWebhook webhook;
    private final Clock clock;
    private final Scraper scraper = new Scraper();
    private final AlertBook book = new AlertBook();
    private final Map<String, Map<FlowKey, FlowCounters>> lastRead = new HashMap<>();
    private final Map<FlowKey, FlowHistory> flows = new HashMap<>();
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("demo-monitor").daemon().factory());
    private final Thread sender;
    private long lastTickNanos = System.nanoTime();
    private boolean settled;
    private volatile MonitorView view = MonitorView.NONE;

    /// A monitor of the fleet that sends its alerts to the endpoint; it begins when it is started.
    public Monitor(Fleet fleet, String hostName, AlertmanagerWebhook.Endpoint endpoint, Clock clock) {
        this.fleet = fleet;
        this.host = new HostGauge(hostName);
        this.hostName = hostName;
        this.webhook = new AlertmanagerWebhook(endpoint);
        this.clock = clock;
        this.sender = Thread.ofPlatform().name("demo-alerts").daemon().unstarted(this::sendAlerts);
    }

    /// Begins to watch.
    ///
    /// @param settling after this time what is normal is learned anew, and only then it is known
    public void start(Duration settling) {
        sender.start();
        var _ = executor.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        var _ = executor.schedule(this::settle, settling.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What was seen last.
    public MonitorView view() {
        return view;
    }

    private void settle() {
        flows.values().forEach(FlowHistory::forget);
        settled = true;
    }

    private void tick() {
        Map<Instance, Optional<Map<FlowKey, FlowCounters>>> scrapes = scraper.scrape(fleet.instances());
        double seconds = (System.nanoTime() - lastTickNanos) / 1e9;
        lastTickNanos = System.nanoTime();
        Map<FlowKey, FlowCounters> counted = new HashMap<>();
        List<Condition> holding = new ArrayList<>();
        scrapes.forEach((instance, flowsOfInstance) -> flowsOfInstance
                .ifPresentOrElse(read -> count(instance, read, counted), () -> holding.add(down(instance))));
        boolean quiet = book.isQuiet();
        counted.keySet().forEach(flow -> flows.computeIfAbsent(flow, key -> new FlowHistory()));
        flows.forEach((flow, history) -> history.add(counted.getOrDefault(flow, FlowCounters.NONE), seconds, quiet));
        if (settled) {
            flows.forEach((flow, history) -> holding.addAll(FlowRule.holding(flow, history)));
        }
        host.saturation(quiet).ifPresent(holding::add);
        webhook.send(book.update(holding, clock.instant()));
        show();
    }

    private void count(Instance instance, Map<FlowKey, FlowCounters> read, Map<FlowKey, FlowCounters> counted) {
        Map<FlowKey, FlowCounters> earlier = lastRead.getOrDefault(instance.name(), Map.of());
        read.forEach((flow, counters) -> counted.merge(flow, counters.since(earlier.getOrDefault(flow, FlowCounters.NONE)),
                FlowCounters::plus));
        lastRead.put(instance.name(), read);
    }

    private Condition down(Instance instance) {
        return new Condition("InstanceDown", "critical",
                Map.of("service", instance.service(), "instance", instance.name(), "host", hostName),
                instance.name() + " does not answer its probe", DOWN_TICKS_MIN);
    }

    private void show() {
        Map<FlowKey, Measure> measures = new ConcurrentHashMap<>();
        flows.forEach((flow, history) -> measures.put(flow, history.overLong()));
        boolean knowsNormal = settled && !flows.isEmpty() && flows.values().stream().allMatch(FlowHistory::knowsNormal);
        view = new MonitorView(Map.copyOf(measures), book.firing(), book.isQuiet(), knowsNormal);
    }

    private void sendAlerts() {
        try {
            webhook.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        sender.interrupt();
    }
}
