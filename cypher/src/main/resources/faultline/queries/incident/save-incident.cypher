// Purpose: store the state of an incident and link the alerts that joined it; a link keeps the time at which its alert joined.
// Parameters: id, title, state, startedAtMillis, updatedAtMillis, resolvedAtMillis (null while open), mergedIntoId (null where it stands for itself), alertKeys (those to link)
// Columns: alerts (how many of them there are)
MERGE (incident:Incident {id: $id})
SET incident.title = $title,
    incident.state = $state,
    incident.startedAtMillis = $startedAtMillis,
    incident.updatedAtMillis = $updatedAtMillis,
    incident.resolvedAtMillis = $resolvedAtMillis,
    incident.mergedIntoId = $mergedIntoId
WITH incident
UNWIND $alertKeys AS alertKey
MATCH (alert:Alert {key: alertKey})
MERGE (incident)-[groups:GROUPS]->(alert)
ON CREATE SET groups.joinedAtMillis = $updatedAtMillis
RETURN count(alert) AS alerts
