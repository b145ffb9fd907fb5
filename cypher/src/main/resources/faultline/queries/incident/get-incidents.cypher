// Purpose: incidents by their ids, in no order.
// Parameters: ids
// Columns: incident (its properties), alertKeys
UNWIND $ids AS id
MATCH (incident:Incident {id: id})
RETURN properties(incident) AS incident, COLLECT { MATCH (incident)-[:GROUPS]->(alert:Alert) RETURN alert.key ORDER BY alert.key } AS alertKeys
