package dev.faultline.collectors.otlp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.pair.Party;
import dev.faultline.collectors.otlp.pair.Place;
import dev.faultline.collectors.otlp.span.Instance;
import dev.faultline.graph.claim.Claim;

/// What is claimed about the two ends of a call, in the words of the shipped CI types.
public final class PartyClaims {
    static final String INSTANCE = "ServiceInstance";
    private static final String SERVICE = "Service";
    private static final String ENVIRONMENT = "environment:";

    private PartyClaims() {}

    /// The claim on one end of a call.
    public static Claim of(Party party) {
        return switch (party) {
            case Party.OfService service ->
                service("service:", service.environment(), service.namespace(), service.name(), service.name(), false);
            case Party.OfClients clients -> service("clients:", clients.environment(), clients.namespace(), clients.service(),
                    "clients of " + clients.service(), true);
            case Party.OfExternal external -> service("external:", "", "", external.place(), external.place(), true);
            case Party.OfDatabase database -> instance("database:", databaseType(database.system()), database.system(), database.place());
            case Party.OfBroker broker -> instance("broker:", "BrokerInstance", broker.system(), broker.place());
        };
    }

    /// The claim on an instance of a service, which is linked to the service's own claim.
    static Claim of(Party.OfService service, Instance instance) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("serviceName", service.name());
        attributes.put("instanceId", instance.id());
        put(attributes, "environment", service.environment());
        put(attributes, "serviceNamespace", service.namespace());
        put(attributes, "serviceVersion", instance.version());
        put(attributes, "hostName", instance.hostName());
        put(attributes, "hostId", instance.hostId());
        put(attributes, "containerId", instance.containerId());
        put(attributes, "podUid", instance.podUid());
        if (instance.processId() > 0) {
            attributes.put("processId", instance.processId());
        }
        Claim owner = of(service);
        return new Claim("instance:" + owner.key() + "/" + instance.id(), INSTANCE, service.name() + " " + instance.id(),
                attributes,
                List.of(new Claim.ClaimedRelation("INSTANCE_OF", owner.key())));
    }

    /// The claim on the environment that a party is a part of; null where its spans name none.
    static @Nullable Claim environment(Party party) {
        String name = switch (party) {
            case Party.OfService service -> service.environment();
            case Party.OfClients clients -> clients.environment();
            case Party.OfExternal ignored -> "";
            case Party.OfDatabase ignored -> "";
            case Party.OfBroker ignored -> "";
        };
        return name.isEmpty() ? null : new Claim(ENVIRONMENT + name, "Environment", name, Map.of("environmentName", name), List.of());
    }

    private static Claim service(String prefix, String environment, String namespace, String name, String title, boolean external) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("serviceName", title);
        put(attributes, "serviceNamespace", namespace);
        put(attributes, "environment", environment);
        if (external) {
            attributes.put("external", true);
        }
        return environment.isEmpty()
                ? new Claim(prefix + namespace + "/" + name, SERVICE, title, attributes, List.of())
                : new Claim(prefix + environment + "/" + namespace + "/" + name, SERVICE, title, attributes,
                        List.of(new Claim.ClaimedRelation("PART_OF", ENVIRONMENT + environment)));
    }

    private static Claim instance(String prefix, String type, String system, Place place) {
        String title = place.title().isEmpty() ? system : system + " " + place.title();
        Map<String, Object> attributes = new HashMap<>();
        if (type.equals("DatabaseInstance") || type.equals("BrokerInstance") || type.equals("NosqlInstance")) {
            attributes.put("system", system);
        }
        if (place.port() != 0) {
            put(attributes, "hostName", place.host());
            attributes.put("port", (long) place.port());
        }
        return new Claim(prefix + title, type, title, attributes, List.of());
    }

    private static String databaseType(String system) {
        return switch (system.toLowerCase(Locale.ROOT)) {
            case "mysql", "mariadb" -> "MysqlInstance";
            case "redis", "valkey" -> "RedisInstance";
            case "memcached" -> "MemcachedInstance";
            case "mongodb", "cassandra", "hbase", "elasticsearch", "opensearch", "couchdb", "couchbase", "aws.dynamodb", "dynamodb",
                    "neo4j" ->
                "NosqlInstance";
            default -> "DatabaseInstance";
        };
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
