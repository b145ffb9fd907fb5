// Purpose: relations for a benchmark to walk over, written without a look at what there is.
// Parameters: rows (type, fromId, toId, at)
// Columns: none
UNWIND $rows AS row
MATCH (a:Ci {id: row.fromId})
MATCH (b:Ci {id: row.toId})
CREATE (a)-[:$(row.type) {validFrom: row.at}]->(b)
