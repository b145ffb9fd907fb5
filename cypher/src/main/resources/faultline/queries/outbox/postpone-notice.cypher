// Purpose: remember that a notice could not be sent, and when it is to be tried again.
// Parameters: id, attempts, dueAtMillis
// Columns: none
MATCH (notice:OutgoingNotice {id: $id})
SET notice.attempts = $attempts, notice.dueAtMillis = $dueAtMillis
