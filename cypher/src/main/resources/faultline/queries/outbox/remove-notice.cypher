// Purpose: take a notice out of the outbox, as it was sent or given up.
// Parameters: id
// Columns: none
MATCH (notice:OutgoingNotice {id: $id})
DELETE notice
