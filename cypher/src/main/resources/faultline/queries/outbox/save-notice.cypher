// Purpose: put a notice to be sent into the outbox; one that is there already stays as it is.
// Parameters: id, event, incidentId, body, atMillis
// Columns: none
MERGE (notice:OutgoingNotice {id: $id})
ON CREATE SET notice.event = $event, notice.incidentId = $incidentId, notice.body = $body, notice.atMillis = $atMillis,
  notice.dueAtMillis = $atMillis, notice.attempts = 0
