// Purpose: the incidents that alerts belong to, by alert.
// Parameters: alertKeys
// Columns: alertKey, incidentIds (latest start first)
UNWIND $alertKeys AS alertKey
MATCH (:Alert {key: alertKey})<-[:GROUPS]-(incident:Incident)
WITH alertKey, incident ORDER BY incident.startedAtMillis DESC, incident.id DESC
RETURN alertKey, collect(incident.id) AS incidentIds
