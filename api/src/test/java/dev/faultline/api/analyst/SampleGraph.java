package dev.faultline.api.analyst;

import java.util.Map;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.graph.neo4j.Neo4jEndpoint;

/// A small estate in the graph, as the stores would have written it: two services on two hosts, their calls, a deployment, alerts and an incident.
final class SampleGraph {
    private static final String STATEMENTS = """
            CREATE (:Ci:Host {id: 'h1', type: 'Host', name: 'alpha', validFrom: 1000});
            CREATE (:Ci:Host {id: 'h2', type: 'Host', name: 'beta', validFrom: 1000});
            CREATE (:Ci:Service {id: 's1', type: 'Service', name: 'quotes', owner: 'market data', validFrom: 1000});
            CREATE (:Ci:Service {id: 's2', type: 'Service', name: 'trading', validFrom: 2000});
            CREATE (:Ci:ServiceInstance {id: 'i1', type: 'ServiceInstance', name: 'quotes-1', validFrom: 1000});
            CREATE (:Ci:ServiceInstance {id: 'i2', type: 'ServiceInstance', name: 'trading-1', validFrom: 1000});
            CREATE (:Ci:ServiceInstance {id: 'i3', type: 'ServiceInstance', name: 'trading-2', validFrom: 1000});
            UNWIND [['i1', 'INSTANCE_OF', 's1'], ['i2', 'INSTANCE_OF', 's2'], ['i3', 'INSTANCE_OF', 's2'], ['i1', 'RUNS_ON', 'h1'],
              ['i2', 'RUNS_ON', 'h1'], ['i3', 'RUNS_ON', 'h2']] AS link
            MATCH (from:Ci {id: link[0]}), (to:Ci {id: link[2]})
            CREATE (from)-[:$(link[1]) {validFrom: 1000}]->(to);
            MATCH (trading:Ci {id: 's2'}), (quotes:Ci {id: 's1'})
            CREATE (edge:CallEdge {id: 'e1', callerId: 's2', calleeId: 's1', endpoint: 'GET /quotes', kind: 'HTTP'})
            CREATE (edge)-[:CALLER]->(trading)
            CREATE (edge)-[:CALLEE]->(quotes);
            UNWIND [[10, 60.0, 6.0], [20, 40.0, 0.0]] AS row
            CREATE (:CallWindow {edgeId: 'e1', minute: $now / 60000 - row[0], calls: row[1], errors: row[2]});
            MATCH (quotes:Ci {id: 's1'})
            CREATE (:Deployment {id: 'd1', service: 'quotes', fromVersion: '1', toVersion: '2', startedAtMillis: $now - 600000})-[:CHANGED {place: 'SERVICE'}]->(quotes)
            CREATE (alert:Alert {key: 'a1', name: 'QuotesSlow', source: 'alertmanager', severity: 'CRITICAL', state: 'FIRING', labels: '{}',
              startsAtMillis: $now - 300000, pastStartsMillis: [1, 2], notices: 7})-[:ON]->(quotes)
            CREATE (incident:Incident {id: 'n1', startedAtMillis: $now - 300000, rankingVersion: 3})-[:GROUPS]->(alert)
            CREATE (incident)-[:RANKED]->(:Ranking {id: 'n1#3', version: 3, unknown: false})-[:NAMES]->(:Cause {rank: 1, kind: 'CHANGE'})-[:OF]->(quotes);
            MATCH (incident:Incident {id: 'n1'})
            UNWIND [['s1', 'WRONG', 3], ['s1', 'CONFIRMED', 2], ['s2', 'WRONG', 1]] AS row
            CREATE (incident)-[:JUDGED]->(:Feedback {id: row[0] + row[1], ciId: row[0], verdict: row[1], confidence: 0.75, atMillis: $now - row[2] * 1000});
            CREATE (:Alert:UnboundAlert {key: 'a2', name: 'Nobody', source: 'alertmanager', severity: 'INFO', state: 'FIRING', labels: '{"x":"y"}',
              startsAtMillis: 0});
            CREATE (:Run {id: 'r1', source: 'cloud', scope: 'region-1', startedAtMillis: 1000, outcome: 'COMPLETE'});
            CREATE (:Run {id: 'r2', source: 'cloud', scope: 'region-1', startedAtMillis: $now, outcome: 'FAILED'});
            CREATE (:Run {id: 'r3', source: 'host', scope: 'h1', startedAtMillis: $now, outcome: 'COMPLETE'});
            CREATE (:CiVersion {ciId: 's2', type: 'Service', name: 'trade', validFrom: 500, validTo: 2000});
            CREATE (:CiVersion {ciId: 'gone', type: 'Host', name: 'gamma', validFrom: 500, validTo: 1500})
            """;

    private SampleGraph() {}

    static void write(Neo4jEndpoint endpoint, long nowMillis) {
        try (Driver driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()));
                var session = driver.session()) {
            for (String statement : STATEMENTS.split(";\n", -1)) {
                session.run(statement, Map.of("now", nowMillis)).consume();
            }
        }
    }
}
