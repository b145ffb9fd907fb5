// Purpose: change properties of stored alerts; a null removes.
// Parameters: rows (key, changes)
// Columns: none
UNWIND $rows AS row
MATCH (alert:Alert {key: row.key})
SET alert += row.changes
