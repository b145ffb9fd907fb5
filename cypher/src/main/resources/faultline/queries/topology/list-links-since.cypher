// Purpose: relations that were added since an instant and hold.
// Parameters: since
// Columns: type, fromId, toId
MATCH (a:Ci) WHERE a.linksChangedAt > $since
MATCH (a)-[r]->(b:Ci) WHERE r.validFrom > $since
RETURN type(r) AS type, a.id AS fromId, b.id AS toId
