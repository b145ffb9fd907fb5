// Purpose: the alerts that fired at an instant, by the current or an earlier episode.
// Parameters: atMillis, afterKey (exclusive; empty for the first), limit
// Columns: alert
MATCH (alert:Alert)
WHERE alert.activeUntilMillis > $atMillis AND alert.key > $afterKey
  AND (alert.startsAtMillis <= $atMillis
    OR any(i IN range(0, size(coalesce(alert.pastStartsMillis, [])) - 1)
      WHERE alert.pastStartsMillis[i] <= $atMillis AND alert.pastUntilMillis[i] > $atMillis))
RETURN properties(alert) AS alert
ORDER BY alert.key
LIMIT $limit
