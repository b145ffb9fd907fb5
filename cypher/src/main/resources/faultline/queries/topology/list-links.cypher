// Purpose: every relation between CIs as it is now, but for those to environments, which hold everything and pass no fault on.
// Parameters: none
// Columns: type, fromId, toId
// Scan: meant, because a snapshot holds all relations
MATCH (a:Ci)-[r]->(b:Ci) WHERE NOT b:Environment
RETURN type(r) AS type, a.id AS fromId, b.id AS toId
