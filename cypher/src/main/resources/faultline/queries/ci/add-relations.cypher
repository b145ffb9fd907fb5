// Purpose: adds relations from an instant on; one that is there stays as it is.
// Parameters: rows (type, fromId, toId), at, matched (true where found by matching attributes, null where a source claims them)
// Columns: none
UNWIND $rows AS row
MATCH (a:Ci {id: row.fromId})
MATCH (b:Ci {id: row.toId})
MERGE (a)-[r:$(row.type)]->(b)
ON CREATE SET r.validFrom = $at, r.matched = $matched, a.linksChangedAt = $at
ON MATCH SET r.matched = CASE WHEN $matched THEN r.matched ELSE null END
