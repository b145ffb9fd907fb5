// Purpose: how many suppressions are pending or active at an instant.
// Parameters: atMillis
// Columns: open
MATCH (suppression:Suppression)
WHERE suppression.overMillis > $atMillis
RETURN count(suppression) AS open
