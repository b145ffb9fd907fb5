// Purpose: incidents from a cursor on, latest start first.
// Parameters: state (null for any), fromMillis, toMillis (start is before it), ciId (null for any), beforeMillis (start of the last incident seen), beforeId (its id), limit
// Columns: incident (its properties), alertKeys
MATCH (incident:Incident)
WHERE $fromMillis <= incident.startedAtMillis < $toMillis
  AND (incident.startedAtMillis < $beforeMillis OR (incident.startedAtMillis = $beforeMillis AND incident.id < $beforeId))
  AND ($state IS NULL OR incident.state = $state)
  AND ($ciId IS NULL
    OR EXISTS { MATCH (incident)-[:GROUPS]->(:Alert)-[:ON]->(:Ci {id: $ciId}) }
    OR EXISTS { MATCH (incident)-[:RANKED]->(:Ranking)-[:NAMES]->(:Cause {ciId: $ciId}) })
WITH incident ORDER BY incident.startedAtMillis DESC, incident.id DESC LIMIT $limit
RETURN properties(incident) AS incident, COLLECT { MATCH (incident)-[:GROUPS]->(alert:Alert) RETURN alert.key ORDER BY alert.key } AS alertKeys
ORDER BY incident.startedAtMillis DESC, incident.id DESC
