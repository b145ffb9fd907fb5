// Purpose: keep what a person did to an incident.
// Parameters: incidentId, id, kind, by (empty where nobody is named), reason, atMillis, otherId (the other incident that took part, or null)
// Columns: none
MATCH (incident:Incident {id: $incidentId})
MERGE (incident)-[:HANDLED]->(act:Act {id: $id})
ON CREATE SET act.kind = $kind, act.by = $by, act.reason = $reason, act.atMillis = $atMillis, act.otherId = $otherId
