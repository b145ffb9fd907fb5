package dev.faultline.api.demo.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The services of the broker, as `broker.yaml` describes them.
public record BrokerPlan(List<ServicePlan> services) {
    private static final String RESOURCE = "/demo/broker.yaml";

    public BrokerPlan {
        services = List.copyOf(services);
    }

    /// Reads the plan that is shipped with Faultline.
    public static BrokerPlan load() {
        try (InputStream input = Objects.requireNonNull(BrokerPlan.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build().readValue(input, BrokerPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The plan of one service, by its name.
    public ServicePlan service(String name) {
        return services.stream().filter(plan -> plan.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("service " + name + " is not part of the broker, expected one of " + names()));
    }

    /// Names of all services, in the plan's order.
    public List<String> names() {
        return services.stream().map(ServicePlan::name).toList();
    }

    /// How many processes run all instances.
    public int processes() {
        return services.stream().mapToInt(ServicePlan::instances).sum();
    }

    /// One service.
    ///
    /// @param workers how many requests one instance works on at a time; the others queue; 0 where it serves nobody
    /// @param newRelease version that the fault of a bad release deploys; null where there is none
    /// @param splitsOrders whether its work includes splitting an order into lots
    public record ServicePlan(String name, String version, int instances, int workers, int column, int row, @Nullable String newRelease,
            boolean splitsOrders, List<PeerPlan> calls, List<EndpointPlan> endpoints) {
        public ServicePlan {
            calls = listOrEmpty(calls);
            endpoints = listOrEmpty(endpoints);
        }

        /// Name of one instance, counted from 1; it stays the same over restarts.
        public String instanceName(int number) {
            return name + "-" + number;
        }
    }

    /// How a service talks to one other service.
    public record PeerPlan(String service, int timeoutMillis, int attempts) {}

    /// What a service does for one route.
    ///
    /// @param route method and path with a `{key}`, such as `GET /quotes/{key}`
    /// @param workMillis typical time of the work of its own
    public record EndpointPlan(String route, int workMillis, StateUse state, List<CallPlan> calls) {
        public EndpointPlan {
            state = Objects.requireNonNullElse(state, StateUse.NONE);
            calls = listOrEmpty(calls);
        }

        /// The HTTP method of the route.
        public String method() {
            return route.substring(0, route.indexOf(' '));
        }

        /// The path of the route up to its key.
        public String pathPrefix() {
            return route.substring(route.indexOf(' ') + 1).replace("{key}", "");
        }
    }

    /// One call that an endpoint makes, in the order of the list.
    ///
    /// @param required whether the endpoint fails when the call fails; null means yes
    /// @param onlyAfterMiss whether the call is made only when an earlier one answered 404 or failed
    public record CallPlan(String service, String route, @Nullable Boolean required, boolean onlyAfterMiss) {
        /// Whether the endpoint fails when the call fails.
        public boolean mustSucceed() {
            return required == null || required;
        }
    }

    /// What an endpoint does with the state of its instance; a lookup answers 404 where nothing fresh is kept.
    public enum StateUse {
        NONE, READ, LOOKUP, WRITE
    }

    private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
