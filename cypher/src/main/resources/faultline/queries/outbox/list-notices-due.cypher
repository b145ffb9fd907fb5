// Purpose: the notices of the outbox that are due to be sent, oldest first; none that follows one of its incident that has to wait.
// Events of one moment are in the order of their names: opened, ranked, resolved.
// Parameters: atMillis, limit
// Columns: notice (its properties)
MATCH (notice:OutgoingNotice)
WHERE notice.dueAtMillis <= $atMillis
  AND NOT EXISTS {
    MATCH (earlier:OutgoingNotice {incidentId: notice.incidentId})
    WHERE earlier.dueAtMillis > $atMillis
      AND (earlier.atMillis < notice.atMillis OR (earlier.atMillis = notice.atMillis AND earlier.event < notice.event))
  }
WITH notice ORDER BY notice.atMillis, notice.event, notice.id LIMIT $limit
RETURN properties(notice) AS notice
ORDER BY notice.atMillis, notice.event, notice.id
