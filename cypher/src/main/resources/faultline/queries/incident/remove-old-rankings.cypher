// Purpose: remove the oldest versions of the ranking of an incident, with their causes and what they were computed from.
// Parameters: incidentId, versionMax (the latest version to remove), limit (how many at the most)
// Columns: removed
MATCH (:Incident {id: $incidentId})-[:RANKED]->(ranking:Ranking)
WHERE ranking.version <= $versionMax
WITH ranking ORDER BY ranking.version LIMIT $limit
OPTIONAL MATCH (ranking)-[:NAMES]->(cause:Cause)
DETACH DELETE cause
WITH DISTINCT ranking
OPTIONAL MATCH (ranking)-[:COMPUTED_FROM]->(input:RankingInput)
DETACH DELETE input
WITH DISTINCT ranking
DETACH DELETE ranking
RETURN count(*) AS removed
