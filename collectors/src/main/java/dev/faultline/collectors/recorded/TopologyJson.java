package dev.faultline.collectors.recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;

/// Turns a recorded `topology.json` into a topology. CIs that only links or calls name are added.
final class TopologyJson {
    static final String SERVICE = "Service";
    static final String INSTANCE = "ServiceInstance";
    static final String HOST = "Host";

    private final Map<String, TopologyNode> nodes = new LinkedHashMap<>();
    private final Set<TopologyLink> links = new LinkedHashSet<>();
    private final Set<TopologyCall> calls = new LinkedHashSet<>();

    static Topology read(JsonNode json, Instant asOf) {
        TopologyJson reader = new TopologyJson();
        for (JsonNode ci : json.path("cis")) {
            String id = ci.path("id").asString("");
            reader.node(id, ci.path("type").asString(SERVICE));
            if (ci.path("service").isString()) {
                reader.link("INSTANCE_OF", id, INSTANCE, ci.path("service").asString(), SERVICE);
            }
        }
        json.path("instanceOf").forEach(pair -> reader.link("INSTANCE_OF", first(pair), INSTANCE, second(pair), SERVICE));
        json.path("runsOn").forEach(pair -> reader.link("RUNS_ON", first(pair), INSTANCE, second(pair), HOST));
        json.path("calls").forEach(pair -> reader.call(first(pair), second(pair), SERVICE));
        return reader.topology(asOf);
    }

    void node(String id, String type) {
        nodes.putIfAbsent(id, new TopologyNode(id, type, id));
    }

    void link(String type, String fromId, String fromType, String toId, String toType) {
        node(fromId, fromType);
        node(toId, toType);
        links.add(new TopologyLink(type, fromId, toId));
    }

    void call(String callerId, String calleeId, String type) {
        node(callerId, type);
        node(calleeId, type);
        calls.add(new TopologyCall(callerId, calleeId));
    }

    Topology topology(Instant asOf) {
        return new Topology(asOf, List.copyOf(nodes.values()), new ArrayList<>(links), new ArrayList<>(calls));
    }

    /// Service by the id of its instance.
    static Map<String, String> serviceOf(Topology topology) {
        Map<String, String> serviceOf = new HashMap<>();
        for (TopologyLink link : topology.links()) {
            if (link.type().equals("INSTANCE_OF")) {
                serviceOf.put(link.fromId(), link.toId());
            }
        }
        return serviceOf;
    }

    private static String first(JsonNode pair) {
        return pair.path(0).asString("");
    }

    private static String second(JsonNode pair) {
        return pair.path(1).asString("");
    }
}
