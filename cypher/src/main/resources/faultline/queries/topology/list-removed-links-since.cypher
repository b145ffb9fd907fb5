// Purpose: relations that ended since an instant.
// Parameters: since
// Columns: type, fromId, toId
MATCH (v:RelationVersion) WHERE v.validTo > $since AND v.validFrom <= $since
RETURN DISTINCT v.type AS type, v.fromId AS fromId, v.toId AS toId
