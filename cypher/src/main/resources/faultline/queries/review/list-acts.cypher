// Purpose: what people did to an incident, earliest first.
// Parameters: incidentId, limit
// Columns: kind, by, reason, atMillis
MATCH (:Incident {id: $incidentId})-[:HANDLED]->(act:Act)
RETURN act.kind AS kind, act.by AS by, act.reason AS reason, act.atMillis AS atMillis
ORDER BY atMillis, act.id
LIMIT $limit
