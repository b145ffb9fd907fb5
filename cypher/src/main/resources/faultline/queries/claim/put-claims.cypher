// Purpose: writes what a source says now, in the place of what it said before under the same keys.
// Parameters: source, scope, rows (key, ciId, properties)
// Columns: none
UNWIND $rows AS row
MERGE (c:Claim {source: $source, scope: $scope, key: row.key})
SET c = row.properties
WITH c, row
OPTIONAL MATCH (c)-[about:ABOUT]->(old) WHERE old.id <> row.ciId
DELETE about
WITH DISTINCT c, row
MATCH (ci:Ci {id: row.ciId})
MERGE (c)-[:ABOUT]->(ci)
