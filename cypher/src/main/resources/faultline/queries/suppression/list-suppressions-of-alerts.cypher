// Purpose: by which suppressions alerts did not count at an instant, earliest first.
// Parameters: keys, atMillis
// Columns: key (of the alert), suppression (its properties), sinceMillis (when the alert stopped to count)
UNWIND $keys AS key
MATCH (:Alert {key: key})-[held:SUPPRESSED_BY]->(suppression:Suppression)
WHERE held.fromMillis <= $atMillis AND (held.toMillis IS NULL OR held.toMillis > $atMillis) AND suppression.overMillis > $atMillis
RETURN key, properties(suppression) AS suppression, held.fromMillis AS sinceMillis
ORDER BY key, sinceMillis, suppression.id
