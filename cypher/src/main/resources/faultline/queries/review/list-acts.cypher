// Purpose: what people did to an incident, earliest first.
// Parameters: incidentId, limit
// Columns: kind, by, reason, atMillis, otherId (null where no other incident took part)
MATCH (:Incident {id: $incidentId})-[:HANDLED]->(act:Act)
RETURN act.kind AS kind, act.by AS by, act.reason AS reason, act.atMillis AS atMillis, act.otherId AS otherId
ORDER BY atMillis, act.id
LIMIT $limit
