// Purpose: alerts that no CI and no call edge matched so far, in order of their keys.
// Parameters: afterKey (exclusive; empty for the first), limit
// Columns: alert
MATCH (alert:UnboundAlert)
WHERE alert.key > $afterKey
RETURN properties(alert) AS alert
ORDER BY alert.key
LIMIT $limit
