// Purpose: relations that hold between two CIs of which another relation ended since an instant.
// Parameters: since
// Columns: type, fromId, toId
MATCH (v:RelationVersion) WHERE v.validTo > $since
WITH DISTINCT v.fromId AS fromId, v.toId AS toId
MATCH (:Ci {id: fromId})-[r]->(:Ci {id: toId})
RETURN type(r) AS type, fromId, toId
