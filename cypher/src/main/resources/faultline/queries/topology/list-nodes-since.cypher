// Purpose: CIs that are new or changed since an instant.
// Parameters: since
// Columns: id, type, name
MATCH (c:Ci) WHERE c.validFrom > $since
RETURN c.id AS id, c.type AS type, c.name AS name
