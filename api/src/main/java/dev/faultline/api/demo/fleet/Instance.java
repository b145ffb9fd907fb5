package dev.faultline.api.demo.fleet;

import java.net.URI;
import java.util.List;

import dev.faultline.api.demo.broker.BrokerPlan.ServicePlan;
import dev.faultline.api.demo.broker.BrokerService;

/// One running instance of a service.
public final class Instance {
    private final ServicePlan plan;
    private final String name;
    private final String version;
    private final JavaChild process;
    private final URI address;

    private Instance(ServicePlan plan, String name, String version, JavaChild process, URI address) {
        this.plan = plan;
        this.name = name;
        this.version = version;
        this.process = process;
        this.address = address;
    }

    /// Starts an instance and waits until it serves.
    static Instance start(Surroundings surroundings, ServicePlan plan, String name, String version) {
        JavaChild process = JavaChild.start(BrokerService.class, List.of(plan.name(), name, version, surroundings.host()),
                surroundings.environment(), surroundings.folder().resolve(name + ".log"));
        String[] words = process.readLine().split(" ", -1);
        return new Instance(plan, name, version, process, URI.create("http://127.0.0.1:" + words[1]));
    }

    public String service() {
        return plan.name();
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    ServicePlan plan() {
        return plan;
    }

    void say(String line) {
        process.say(line);
    }

    void kill() {
        process.kill();
    }

    void stop() {
        process.stop();
    }
}
