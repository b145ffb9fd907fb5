// Purpose: alerts that fire although no notice of them came since an instant, in order of their keys.
// Parameters: foreverMillis (until when an alert fires that has no end), beforeMillis, limit
// Columns: alert
MATCH (alert:Alert)
WHERE alert.activeUntilMillis = $foreverMillis AND alert.lastSeenAtMillis < $beforeMillis
RETURN properties(alert) AS alert
ORDER BY alert.key
LIMIT $limit
