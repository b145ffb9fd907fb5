// Purpose: which alerts are held back by suppressions that are pending or active at an instant.
// Parameters: atMillis
// Columns: key (of the alert), id (of the suppression)
MATCH (suppression:Suppression)
WHERE suppression.overMillis > $atMillis
MATCH (alert:Alert)-[held:SUPPRESSED_BY]->(suppression)
WHERE held.toMillis IS NULL
RETURN alert.key AS key, suppression.id AS id
