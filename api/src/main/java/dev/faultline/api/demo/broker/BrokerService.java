package dev.faultline.api.demo.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

import com.sun.net.httpserver.HttpServer;

import dev.faultline.api.demo.broker.BrokerPlan.ServicePlan;

/// Main class of one process of the broker. Arguments: service, instance, version, host.
///
/// It serves on a free port of loopback, says `ready PORT` on standard output, and obeys its [ControlChannel].
public final class BrokerService {
    private static final int BACKLOG = 256;
    private static final int WARM_UP_CALLS = 20;

    private BrokerService() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ServicePlan plan = BrokerPlan.load().service(arguments[0]);
        Identity identity = new Identity(plan.name(), arguments[1], arguments[2], arguments[3], ProcessHandle.current().pid());
        Telemetry telemetry = Telemetry.start(identity, System.getenv());
        InstanceMetrics metrics = new InstanceMetrics(plan.name());
        Peers peers = new Peers();
        Misbehaviour misbehaviour = new Misbehaviour();
        Downstream downstream = new Downstream(peers, telemetry, metrics);
        Work work = new Work(plan, identity.version(), misbehaviour, downstream);
        HttpServer server = serve(new EndpointHandler(plan.endpoints(), work, telemetry, metrics), metrics);
        WarmUp.run(server.getAddress(), WARM_UP_CALLS);
        System.out.println("ready " + server.getAddress().getPort());
        TerminalTraffic traffic = plan.workers() > 0
                ? null
                : new TerminalTraffic(plan.calls().getFirst(), downstream, RandomGenerator.getDefault());
        new ControlChannel(peers, misbehaviour, traffic).obey(System.in);
    }

    private static HttpServer serve(EndpointHandler handler, InstanceMetrics metrics) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler);
        server.createContext("/metrics", exchange -> {
            try (exchange) {
                byte[] text = metrics.render().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, text.length);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(text);
                }
            }
        });
        server.start();
        return server;
    }
}
