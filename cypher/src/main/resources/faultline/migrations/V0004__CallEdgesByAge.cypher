// Call edges that are new, for the topology in memory
CREATE INDEX call_edge_created_at IF NOT EXISTS FOR (n:CallEdge) ON (n.createdAtMillis);
