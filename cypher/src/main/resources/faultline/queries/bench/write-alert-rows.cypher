// Purpose: the yardstick of stored alerts: the same rows, merged by key and linked, and nothing else done.
// Parameters: rows (properties, ciId)
// Columns: none
UNWIND $rows AS row
MERGE (alert:Alert {key: row.properties.key})
SET alert = row.properties
WITH alert, row
MATCH (ci:Ci {id: row.ciId})
CREATE (alert)-[:ON]->(ci)
