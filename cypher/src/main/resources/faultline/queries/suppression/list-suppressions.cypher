// Purpose: a page of the suppressions of one kind, those that were said last first, as their ids ascend in time.
// Parameters: kind, state (null for any), atMillis (the instant of the state), beforeId (where the page before ended), limit
// Columns: suppression (its properties)
MATCH (suppression:Suppression)
WHERE suppression.id < $beforeId AND suppression.kind = $kind
  AND ($state IS NULL OR $state = CASE
    WHEN suppression.overMillis <= $atMillis THEN 'EXPIRED'
    WHEN suppression.fromMillis > $atMillis THEN 'PENDING'
    ELSE 'ACTIVE' END)
RETURN properties(suppression) AS suppression
ORDER BY suppression.id DESC
LIMIT $limit
