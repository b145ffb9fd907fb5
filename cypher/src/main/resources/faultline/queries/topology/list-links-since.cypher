// Purpose: relations that were added since an instant and hold, but for those to environments.
// Parameters: since
// Columns: type, fromId, toId
MATCH (a:Ci) WHERE a.linksChangedAt > $since
MATCH (a)-[r]->(b:Ci) WHERE r.validFrom > $since AND NOT b:Environment
RETURN type(r) AS type, a.id AS fromId, b.id AS toId
