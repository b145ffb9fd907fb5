// Purpose: incidents that were open at an instant from a cursor on, latest start first.
// Parameters: atMillis, ciId (null for any), beforeMillis (start of the last incident seen), beforeId (its id), limit
// Columns: incident (its properties), alertKeys (those that had joined by then)
MATCH (incident:Incident)
WHERE incident.startedAtMillis <= $atMillis
  AND (incident.resolvedAtMillis IS NULL OR incident.resolvedAtMillis > $atMillis)
  AND (incident.startedAtMillis < $beforeMillis OR (incident.startedAtMillis = $beforeMillis AND incident.id < $beforeId))
  AND ($ciId IS NULL OR EXISTS { MATCH (incident)-[:GROUPS]->(:Alert)-[:ON]->(:Ci {id: $ciId}) })
WITH incident ORDER BY incident.startedAtMillis DESC, incident.id DESC LIMIT $limit
RETURN properties(incident) AS incident,
       COLLECT {
         MATCH (incident)-[groups:GROUPS|GROUPED]->(alert:Alert)
         WHERE groups.joinedAtMillis <= $atMillis AND (groups.leftAtMillis IS NULL OR groups.leftAtMillis > $atMillis)
         RETURN DISTINCT alert.key ORDER BY alert.key
       } AS alertKeys
ORDER BY incident.startedAtMillis DESC, incident.id DESC
