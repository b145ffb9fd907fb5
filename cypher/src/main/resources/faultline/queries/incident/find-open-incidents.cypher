// Purpose: the incidents that are not resolved from a cursor on, latest start first.
// Parameters: beforeMillis (start of the last incident seen), beforeId (its id), limit
// Columns: incident (its properties), alertKeys
MATCH (incident:Incident {state: 'OPEN'})
WHERE incident.startedAtMillis <= $beforeMillis
  AND (incident.startedAtMillis < $beforeMillis OR incident.id < $beforeId)
WITH incident ORDER BY incident.startedAtMillis DESC, incident.id DESC LIMIT $limit
RETURN properties(incident) AS incident, COLLECT { MATCH (incident)-[:GROUPS]->(alert:Alert) RETURN alert.key ORDER BY alert.key } AS alertKeys
ORDER BY incident.startedAtMillis DESC, incident.id DESC
