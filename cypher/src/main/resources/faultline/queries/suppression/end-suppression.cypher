// Purpose: end a suppression before its time; one that is over stays as it is.
// Parameters: id, atMillis, by, reason
// Columns: none
MATCH (suppression:Suppression {id: $id})
SET suppression.lock = true
REMOVE suppression.lock
WITH suppression
WHERE suppression.overMillis > $atMillis
SET suppression.overMillis = $atMillis,
    suppression.endedAtMillis = $atMillis,
    suppression.endedBy = $by,
    suppression.endReason = $reason
