// Call edges of which it is not known when they were last seen count from now
MATCH (edge:CallEdge) WHERE edge.lastSeenMinute IS NULL
SET edge.lastSeenMinute = timestamp() / 60000;
