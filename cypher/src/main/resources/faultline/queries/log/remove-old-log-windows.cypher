// Purpose: remove windows of logs that are older than they are kept, a bounded number at once.
// Parameters: beforeMinute, limit
// Columns: removed (how many)
MATCH (window:LogWindow)
WHERE window.minute < $beforeMinute
WITH window LIMIT $limit
DELETE window
RETURN count(*) AS removed
