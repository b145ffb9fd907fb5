// Purpose: every CI as it is now, as a snapshot knows it.
// Parameters: none
// Columns: id, type, name
// Scan: meant, because a snapshot holds all CIs
MATCH (c:Ci)
RETURN c.id AS id, c.type AS type, c.name AS name
