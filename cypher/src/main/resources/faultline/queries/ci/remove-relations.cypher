// Purpose: ends relations at an instant and keeps them as history.
// Parameters: rows (type, fromId, toId), at, matched (true to end only those found by matching attributes, else null)
// Columns: none
UNWIND $rows AS row
MATCH (a:Ci {id: row.fromId})-[r]->(b:Ci {id: row.toId})
WHERE type(r) = row.type AND ($matched IS NULL OR r.matched)
WITH r, row, r.validFrom AS validFrom
DELETE r
WITH row, validFrom WHERE validFrom < $at
CREATE (:RelationVersion {type: row.type, fromId: row.fromId, toId: row.toId, validFrom: validFrom, validTo: $at})
