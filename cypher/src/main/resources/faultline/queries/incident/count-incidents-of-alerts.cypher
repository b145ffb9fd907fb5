// Purpose: in how many incidents that began in a span of time alerts took part.
// Parameters: alertKeys, fromMillis, toMillis (start is before it)
// Columns: alertKey, incidents
UNWIND $alertKeys AS alertKey
MATCH (:Alert {key: alertKey})<-[:GROUPS]-(incident:Incident)
WHERE $fromMillis <= incident.startedAtMillis < $toMillis
RETURN alertKey, count(incident) AS incidents
