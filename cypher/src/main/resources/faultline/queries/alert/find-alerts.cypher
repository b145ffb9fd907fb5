// Purpose: the alerts of these keys.
// Parameters: keys
// Columns: alert
UNWIND $keys AS key
MATCH (alert:Alert {key: key})
RETURN properties(alert) AS alert
