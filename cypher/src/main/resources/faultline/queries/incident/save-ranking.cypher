// Purpose: store one version of the ranking of an incident with its causes; a version that is there already is left as it is.
// Parameters: incidentId, rankingId, ranking (its properties), causes (each with ciId and properties)
// Columns: causes (how many were stored)
MATCH (incident:Incident {id: $incidentId})
WHERE NOT EXISTS { MATCH (:Ranking {id: $rankingId}) }
CREATE (incident)-[:RANKED]->(ranking:Ranking {id: $rankingId})
SET ranking += $ranking,
    incident.rankingVersion = ranking.version
WITH ranking
UNWIND $causes AS row
CREATE (ranking)-[:NAMES]->(cause:Cause)
SET cause += row.properties
WITH cause, row
OPTIONAL MATCH (current:Ci {id: row.ciId})
OPTIONAL MATCH (retired:RetiredCi {id: row.ciId})
WITH cause, coalesce(current, retired) AS ci
FOREACH (target IN CASE WHEN ci IS NULL THEN [] ELSE [ci] END | CREATE (cause)-[:OF]->(target))
RETURN count(cause) AS causes
