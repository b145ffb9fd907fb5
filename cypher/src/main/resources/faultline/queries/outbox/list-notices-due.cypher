// Purpose: the notices of the outbox that are due to be sent, oldest first.
// Parameters: atMillis, limit
// Columns: notice (its properties)
MATCH (notice:OutgoingNotice)
WHERE notice.dueAtMillis <= $atMillis
WITH notice ORDER BY notice.atMillis, notice.id LIMIT $limit
RETURN properties(notice) AS notice
ORDER BY notice.atMillis, notice.id
