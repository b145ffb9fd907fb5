// Purpose: the kept rankings of an incident that were made by an instant, latest version first.
// Parameters: incidentId, beforeVersion (only earlier ones), atMillis, limit
// Columns: ranking (its properties), causes (their properties)
MATCH (:Incident {id: $incidentId})-[:RANKED]->(ranking:Ranking)
WHERE ranking.version < $beforeVersion AND ranking.atMillis <= $atMillis
WITH ranking ORDER BY ranking.version DESC LIMIT $limit
RETURN properties(ranking) AS ranking,
       COLLECT { MATCH (ranking)-[:NAMES]->(cause:Cause) RETURN properties(cause) ORDER BY cause.rank } AS causes
ORDER BY ranking.version DESC
