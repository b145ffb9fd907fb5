// Purpose: the incidents that are not resolved, latest start first.
// Parameters: limit
// Columns: incident (its properties), alertKeys
MATCH (incident:Incident {state: 'OPEN'})
WHERE incident.startedAtMillis IS NOT NULL
WITH incident ORDER BY incident.startedAtMillis DESC, incident.id DESC LIMIT $limit
RETURN properties(incident) AS incident, COLLECT { MATCH (incident)-[:GROUPS]->(alert:Alert) RETURN alert.key ORDER BY alert.key } AS alertKeys
ORDER BY incident.startedAtMillis DESC, incident.id DESC
