// Purpose: relations from and to CIs, as they are now; one that is being written may be seen without its properties, and is left out.
// Parameters: ids, limit
// Columns: type, fromId, toId, validFrom
UNWIND $ids AS id
MATCH (:Ci {id: id})-[r]-(:Ci)
WITH DISTINCT r LIMIT $limit
WITH r, r.validFrom AS validFrom WHERE validFrom IS NOT NULL
RETURN type(r) AS type, startNode(r).id AS fromId, endNode(r).id AS toId, validFrom
ORDER BY type, fromId, toId
