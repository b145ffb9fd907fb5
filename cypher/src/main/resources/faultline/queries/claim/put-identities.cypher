// Purpose: leads identity keys to their CIs; a key that leads to another current CI stays with that one.
// Parameters: rows (key, ciId)
// Columns: none
UNWIND $rows AS row
MERGE (i:Identity {key: row.key})
WITH i, row WHERE NOT EXISTS { (i)-[:IDENTIFIES]->(:Ci) }
OPTIONAL MATCH (i)-[old:IDENTIFIES]->()
DELETE old
WITH DISTINCT i, row
MATCH (c:Ci {id: row.ciId})
CREATE (i)-[:IDENTIFIES]->(c)
