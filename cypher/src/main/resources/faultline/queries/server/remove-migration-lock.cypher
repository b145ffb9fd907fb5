// Purpose: take away the lock that a crashed migration left behind.
// Parameters: id
// Columns: none
MATCH (lock:__Neo4jMigrationsLock {id: $id})
DELETE lock
