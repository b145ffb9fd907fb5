// Purpose: change counters and times of stored alerts that nobody wrote in the meantime. Setting a property that nobody reads
//   takes the lock under which the number of notices is then compared.
// Parameters: rows (key, noticesBefore, changes), in ascending order of keys, so that two writers cannot wait for each other
// Columns: key (of an alert that was changed)
UNWIND $rows AS row
MATCH (alert:Alert {key: row.key})
SET alert.lock = true
REMOVE alert.lock
WITH alert, row
WHERE alert.notices = row.noticesBefore
SET alert += row.changes
RETURN row.key AS key
