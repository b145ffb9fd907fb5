// Purpose: take all alerts away; runs in transactions of its own.
// Parameters: none
// Columns: none
// Scan: meant, because a benchmark takes back all that it wrote
MATCH (alert:Alert)
CALL (alert) {
  DETACH DELETE alert
} IN TRANSACTIONS OF 5000 ROWS
