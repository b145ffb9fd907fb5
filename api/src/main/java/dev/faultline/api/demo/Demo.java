package dev.faultline.api.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.ApiException;
import dev.faultline.api.Faultline;
import dev.faultline.api.Parts;
import dev.faultline.api.alert.AlertRoutes;
import dev.faultline.api.demo.broker.BrokerPlan;
import dev.faultline.api.demo.broker.TradingMorning;
import dev.faultline.api.demo.broker.TradingMorning.Phase;
import dev.faultline.api.demo.fault.FaultInjector;
import dev.faultline.api.demo.fault.FaultKind;
import dev.faultline.api.demo.fleet.Fleet;
import dev.faultline.api.demo.fleet.Surroundings;
import dev.faultline.api.demo.monitor.AlertmanagerWebhook.Message;
import dev.faultline.api.demo.monitor.Monitor;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;

/// The running demo: Faultline with its database, the broker, its monitoring, and the faults.
public final class Demo {
    private static final String TRAFFIC = "terminals";
    /// How long after the opening the traffic's own changes are over.
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration NORMAL_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(45);
    private static final long POLL_MILLIS = 200;

    private final Clock clock;
    private final Running running;
    private final Instant startedAt;

    /// What a demo consists of.
    private record Running(Faultline faultline, FaultlineClient client, String host, BrokerPlan plan, Fleet fleet, FaultInjector injector,
            DemoSession session,
            Monitor monitor) {}

    private Demo(Running running, Clock clock) {
        this.running = running;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// Starts everything; what was started is stopped again where something later fails.
    ///
    /// @param folder where log files of the broker are written
    /// @param progress is told what is being started
    /// @param parts closes what was started, also while the rest is still starting
    public static Demo start(Settings settings, Path folder, Clock clock, Consumer<String> progress, Parts parts) {
        try {
            Files.createDirectories(folder);
            return open(settings, folder, clock, progress, parts);
        } catch (IOException e) {
            parts.close();
            throw new ApiException("the demo cannot start: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Demo open(Settings settings, Path folder, Clock clock, Consumer<String> progress, Parts parts) throws IOException {
        DemoRoutes routes = new DemoRoutes();
        progress.accept("starting Faultline and its database");
        Faultline faultline = Faultline.start(compressed(settings), clock, parts, List.of(routes));
        String host = InetAddress.getLocalHost().getHostName();
        URI address = URI.create("http://127.0.0.1:" + faultline.port());
        FaultlineClient client = new FaultlineClient(address, faultline.tokens().admin());
        BrokerPlan plan = BrokerPlan.load();
        progress.accept("starting the broker: " + plan.processes() + " processes of " + plan.services().size() + " services");
        Fleet fleet = parts.add(Fleet.start(plan, new Surroundings(host, address, faultline.tokens().ingest(), folder)));
        FaultInjector injector = new FaultInjector(plan, fleet, new Deployments(client), host, folder, clock);
        DemoSession session = parts.add(new DemoSession(injector, client, clock));
        Monitor monitor = parts.add(new Monitor(fleet, host, message -> sendAlerts(client, session, message), clock));
        fleet.sayToService(TRAFFIC, "trade");
        monitor.start(TradingMorning.until(Phase.CONTINUOUS_TRADING).plus(SETTLING));
        session.start();
        Demo demo = new Demo(new Running(faultline, client, host, plan, fleet, injector, session, monitor), clock);
        routes.show(demo);
        return demo;
    }

    /// The settings for a morning that passes in a minute: what waits for minutes in a real one waits for seconds.
    private static Settings compressed(Settings settings) {
        return settings.with(Keys.INCIDENTS_QUIET, "2s").with(Keys.INCIDENTS_REOPEN, "0s").with(Keys.TRACES_WAIT, "3s")
                .with(Keys.TRACES_SEGMENT, "1s").with(Keys.HOST_INTERVAL, "5s").with(Keys.RANKING_LEAD, "10s");
    }

    private static boolean sendAlerts(FaultlineClient client, DemoSession session, Message message) {
        boolean accepted = client.post(AlertRoutes.WEBHOOK, message);
        if (accepted && message.isFiring()) {
            session.alerted();
        }
        return accepted;
    }

    /// Waits until the opening is over and the monitor knows what is normal.
    ///
    /// @return whether that came in time
    public boolean awaitNormal() throws InterruptedException {
        return await(() -> monitor().view().knowsNormal() && monitor().view().quiet(), NORMAL_TIMEOUT);
    }

    /// Waits for a condition and says whether it came true in time.
    boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        Instant end = clock.instant().plus(timeout);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(end)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }

    /// Injects a fault, waits for the answer, takes the fault back and waits until all is quiet again.
    public Trial runTrial(FaultKind kind, @Nullable String target) throws InterruptedException {
        session().inject(kind, target);
        await(() -> session().trials().getLast().isSettled(clock.instant()), ANSWER_TIMEOUT);
        session().recover();
        Trial trial = session().trials().getLast();
        awaitNormal();
        await(() -> client().incidents().stream().noneMatch(IncidentReport::isOpen), NORMAL_TIMEOUT);
        return trial;
    }

    /// Where a browser finds the demo page.
    public URI page() {
        return URI.create("http://127.0.0.1:" + running.faultline().port() + "/login?next=/demo");
    }

    /// The token that opens it.
    public String token() {
        return running.faultline().tokens().admin();
    }

    FaultlineClient client() {
        return running.client();
    }

    String host() {
        return running.host();
    }

    BrokerPlan plan() {
        return running.plan();
    }

    Fleet fleet() {
        return running.fleet();
    }

    FaultInjector injector() {
        return running.injector();
    }

    DemoSession session() {
        return running.session();
    }

    Monitor monitor() {
        return running.monitor();
    }

    /// How long the trading session has lasted.
    Duration sessionTime() {
        return Duration.between(startedAt, clock.instant());
    }
}
