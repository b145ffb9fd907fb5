// Purpose: how many notices wait in the outbox.
// Parameters: none
// Columns: count
MATCH (notice:OutgoingNotice)
WHERE notice.dueAtMillis >= 0
RETURN count(notice) AS count
