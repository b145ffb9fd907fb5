// Purpose: alerts that fire although no notice of them came since an instant, in order of their keys.
// Parameters: foreverMillis (until when an alert fires that has no end), beforeMillis, beforeMillisOf (in its place by source), limit
// Columns: alert
MATCH (alert:Alert)
WHERE alert.activeUntilMillis = $foreverMillis AND alert.lastSeenAtMillis < coalesce($beforeMillisOf[alert.source], $beforeMillis)
RETURN properties(alert) AS alert
ORDER BY alert.key
LIMIT $limit
