// Purpose: the suppressions that are pending or active at an instant, earliest said first.
// Parameters: atMillis, limit
// Columns: suppression (its properties)
MATCH (suppression:Suppression)
WHERE suppression.overMillis > $atMillis
RETURN properties(suppression) AS suppression
ORDER BY suppression.createdAtMillis, suppression.id
LIMIT $limit
