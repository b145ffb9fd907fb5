// Purpose: the latest alerts on each of these CIs, or on calls from or to it.
// Parameters: ciIds, limit (alerts of one CI)
// Columns: ciId, alerts
UNWIND $ciIds AS ciId
CALL (ciId) {
  CALL (ciId) {
    MATCH (alert:Alert {ciId: ciId})
    RETURN alert
    UNION
    MATCH (alert:Alert {callerId: ciId})
    RETURN alert
    UNION
    MATCH (alert:Alert {calleeId: ciId})
    RETURN alert
  }
  WITH alert
  ORDER BY alert.startsAtMillis DESC, alert.key
  LIMIT $limit
  RETURN collect(properties(alert)) AS alerts
}
RETURN ciId, alerts
