// Purpose: the stored alerts of these keys, locked until the transaction ends: setting a property takes the lock, and
//   what is returned is read under it.
// Parameters: keys (in ascending order, so that two writers cannot wait for each other)
// Columns: alert
UNWIND $keys AS key
MATCH (alert:Alert {key: key})
SET alert.lock = true
REMOVE alert.lock
RETURN properties(alert) AS alert
