// Purpose: ends all relations from and to CIs at an instant and keeps them as history.
// Parameters: ids, at
// Columns: none
UNWIND $ids AS id
MATCH (:Ci {id: id})-[r]-(:Ci)
WITH DISTINCT r, type(r) AS type, startNode(r).id AS fromId, endNode(r).id AS toId, r.validFrom AS validFrom
DELETE r
WITH type, fromId, toId, validFrom WHERE validFrom < $at
CREATE (:RelationVersion {type: type, fromId: fromId, toId: toId, validFrom: validFrom, validTo: $at})
