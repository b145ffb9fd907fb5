// Purpose: incidents by id, those that had begun by an instant.
// Parameters: ids, atMillis
// Columns: incident (its properties), alertKeys (those that had joined by then)
UNWIND $ids AS id
MATCH (incident:Incident {id: id})
WHERE incident.startedAtMillis <= $atMillis
RETURN properties(incident) AS incident,
       COLLECT {
         MATCH (incident)-[groups:GROUPS|GROUPED]->(alert:Alert)
         WHERE groups.joinedAtMillis <= $atMillis AND (groups.leftAtMillis IS NULL OR groups.leftAtMillis > $atMillis)
         RETURN DISTINCT alert.key ORDER BY alert.key
       } AS alertKeys
