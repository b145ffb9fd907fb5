// Purpose: a page of alerts, those that began last first.
// Parameters: startsFromMillis, startsBeforeMillis, state or null, text (lower case) or null, unbound,
//   beforeMillis and afterKey (where the page before ended), limit
// Columns: alert
MATCH (alert:Alert)
WHERE alert.startsAtMillis >= $startsFromMillis AND alert.startsAtMillis < $startsBeforeMillis
  AND alert.startsAtMillis <= $beforeMillis AND (alert.startsAtMillis < $beforeMillis OR alert.key > $afterKey)
  AND ($state IS NULL OR alert.state = $state)
  AND (NOT $unbound OR alert:UnboundAlert)
  AND ($text IS NULL OR toLower(alert.name) CONTAINS $text OR toLower(alert.labels) CONTAINS $text
    OR toLower(alert.annotations) CONTAINS $text)
RETURN properties(alert) AS alert
ORDER BY alert.startsAtMillis DESC, alert.key
LIMIT $limit
