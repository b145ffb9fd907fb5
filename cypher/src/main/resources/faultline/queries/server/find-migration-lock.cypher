// Purpose: who holds the lock of a migration.
// Parameters: none
// Columns: id
// Scan: meant, because there is one such node at most
MATCH (lock:__Neo4jMigrationsLock)
RETURN lock.id AS id
LIMIT 1
