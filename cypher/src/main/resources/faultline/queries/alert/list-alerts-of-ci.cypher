// Purpose: a page of the alerts on one CI, or on calls from or to it, those that began last first.
// Parameters: ciId, startsFromMillis, startsBeforeMillis, state or null, text (lower case) or null,
//   beforeMillis and afterKey (where the page before ended), limit
// Columns: alert
CALL () {
  MATCH (alert:Alert {ciId: $ciId})
  RETURN alert
  UNION
  MATCH (alert:Alert {callerId: $ciId})
  RETURN alert
  UNION
  MATCH (alert:Alert {calleeId: $ciId})
  RETURN alert
}
WITH alert
WHERE alert.startsAtMillis >= $startsFromMillis AND alert.startsAtMillis < $startsBeforeMillis
  AND alert.startsAtMillis <= $beforeMillis AND (alert.startsAtMillis < $beforeMillis OR alert.key > $afterKey)
  AND ($state IS NULL OR alert.state = $state)
  AND ($text IS NULL OR toLower(alert.name) CONTAINS $text OR toLower(alert.labels) CONTAINS $text
    OR toLower(alert.annotations) CONTAINS $text)
RETURN properties(alert) AS alert
ORDER BY alert.startsAtMillis DESC, alert.key
LIMIT $limit
