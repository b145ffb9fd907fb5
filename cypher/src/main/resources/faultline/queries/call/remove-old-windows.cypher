// Purpose: remove windows that are older than they are kept, a bounded number at once.
// Parameters: beforeMinute, limit
// Columns: removed (how many)
MATCH (window:CallWindow)
WHERE window.minute < $beforeMinute
WITH window LIMIT $limit
DETACH DELETE window
RETURN count(*) AS removed
