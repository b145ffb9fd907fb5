// Purpose: CIs that were retired since an instant.
// Parameters: since
// Columns: id
MATCH (c:RetiredCi) WHERE c.retiredAt > $since
RETURN c.id AS id
