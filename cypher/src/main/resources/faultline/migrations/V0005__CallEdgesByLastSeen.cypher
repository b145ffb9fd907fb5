// Call edges and instances that carry nothing any more
CREATE INDEX call_edge_last_seen IF NOT EXISTS FOR (n:CallEdge) ON (n.lastSeenMinute);
CREATE INDEX call_edge_callee_instance IF NOT EXISTS FOR (n:CallEdge) ON (n.calleeInstanceId);
CREATE INDEX retired_call_edge_id IF NOT EXISTS FOR (n:RetiredCallEdge) ON (n.id);
CREATE INDEX retired_call_edge_retired_at IF NOT EXISTS FOR (n:RetiredCallEdge) ON (n.retiredAtMillis);
