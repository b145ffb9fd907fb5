// Purpose: every relation between CIs as it is now.
// Parameters: none
// Columns: type, fromId, toId
// Scan: meant, because a snapshot holds all relations
MATCH (a:Ci)-[r]->(b:Ci)
RETURN type(r) AS type, a.id AS fromId, b.id AS toId
