package dev.faultline.graph.topology;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// Reads what a snapshot is built from: all CIs, relations and calls, or what of them changed.
public final class TopologyStore {
    private final GraphConnection graph;
    private final Clock clock;

    public TopologyStore(GraphConnection graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /// All of it as it is now; costs a scan.
    public Topology load() {
        Instant asOf = clock.instant();
        return graph.scan(work -> new Topology(asOf, work.list("topology/list-nodes", Map.of(), TopologyStore::node),
                work.list("topology/list-links", Map.of(), TopologyStore::link),
                work.list("topology/list-calls", Map.of(), TopologyStore::call)));
    }

    /// What changed after an instant; costs what changed.
    public TopologyDelta changesSince(Instant since) {
        Instant asOf = clock.instant();
        Map<String, Object> parameters = Map.of("since", since.toEpochMilli());
        return graph.read(work -> delta(work, asOf, parameters));
    }

    private static TopologyDelta delta(GraphWork work, Instant asOf, Map<String, Object> parameters) {
        List<String> retired = work.list("topology/list-retired-since", parameters, row -> row.get("id").asString());
        List<TopologyLink> links = new ArrayList<>(work.list("topology/list-links-since", parameters, TopologyStore::link));
        links.addAll(work.list("topology/list-links-beside-removed-since", parameters, TopologyStore::link));
        return new TopologyDelta(asOf, work.list("topology/list-nodes-since", parameters, TopologyStore::node), new HashSet<>(retired),
                links,
                work.list("topology/list-removed-links-since", parameters, TopologyStore::link),
                work.list("topology/list-calls-since", parameters, TopologyStore::call),
                work.list("topology/list-removed-calls-since", parameters, TopologyStore::call));
    }

    private static TopologyNode node(Record row) {
        return new TopologyNode(row.get("id").asString(), row.get("type").asString(), row.get("name").asString());
    }

    private static TopologyLink link(Record row) {
        return new TopologyLink(row.get("type").asString(), row.get("fromId").asString(), row.get("toId").asString());
    }

    private static TopologyCall call(Record row) {
        return new TopologyCall(row.get("callerId").asString(), row.get("calleeId").asString());
    }
}
