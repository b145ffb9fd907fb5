// Purpose: relations from and to CIs, as they are now.
// Parameters: ids, limit
// Columns: type, fromId, toId, validFrom
UNWIND $ids AS id
MATCH (:Ci {id: id})-[r]-(:Ci)
WITH DISTINCT r LIMIT $limit
RETURN type(r) AS type, startNode(r).id AS fromId, endNode(r).id AS toId, r.validFrom AS validFrom
ORDER BY type, fromId, toId
