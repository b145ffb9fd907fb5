// Purpose: relations that ended since an instant and do not hold again.
// Parameters: since
// Columns: type, fromId, toId
MATCH (v:RelationVersion) WHERE v.validTo > $since
WITH DISTINCT v.type AS type, v.fromId AS fromId, v.toId AS toId
WHERE NOT EXISTS { MATCH (:Ci {id: fromId})-[r]->(:Ci {id: toId}) WHERE type(r) = type }
RETURN type, fromId, toId
