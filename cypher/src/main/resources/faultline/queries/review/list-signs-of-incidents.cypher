// Purpose: by what incidents can be told from each other: where which signal fired, which alerts, and the first causes.
// Parameters: ids, alertsMax (of each incident), causesMax (of each ranking)
// Columns: id, title, startedAtMillis, resolvedAtMillis (null while open), places (CI and signal), names (of alerts), causes (ids of CIs, most likely first), confirmed (id of the CI that it was by the last that people said; null where that names none)
UNWIND $ids AS id
MATCH (incident:Incident {id: id})
CALL (incident) {
  MATCH (incident)-[:GROUPS]->(alert:Alert)
  WITH alert ORDER BY alert.startsAtMillis, alert.key LIMIT $alertsMax
  RETURN collect(DISTINCT coalesce(alert.ciId, alert.calleeId) + ' ' + alert.signal) AS places, collect(DISTINCT alert.name) AS names
}
RETURN id, incident.title AS title, incident.startedAtMillis AS startedAtMillis, incident.resolvedAtMillis AS resolvedAtMillis,
  places, names,
  COLLECT {
    MATCH (ranking:Ranking {id: id + '#' + toString(incident.rankingVersion)})-[:NAMES]->(cause:Cause)
    WHERE cause.rank <= $causesMax AND NOT ranking.unknown
    RETURN cause.ciId ORDER BY cause.rank
  } AS causes,
  COLLECT {
    MATCH (incident)-[:JUDGED]->(feedback:Feedback)
    RETURN feedback.actualCiId ORDER BY feedback.atMillis DESC LIMIT 1
  }[0] AS confirmed
