// Purpose: Which CIs were ranked first in most incidents?
// Parameter: days = 30 -- how far to look back
// Parameter: limit = 20 -- how many rows at the most
// Columns: id, type, name, incidents, kinds (of fault)
MATCH (incident:Incident)
WHERE incident.startedAtMillis >= timestamp() - toInteger($days * 86400000)
MATCH (incident)-[:RANKED]->(ranking:Ranking {version: incident.rankingVersion, unknown: false})-[:NAMES]->(cause:Cause {rank: 1})-[:OF]->(ci)
RETURN ci.id AS id, ci.type AS type, ci.name AS name, count(DISTINCT incident) AS incidents, collect(DISTINCT cause.kind) AS kinds
ORDER BY incidents DESC, name, id
LIMIT $limit
