// Purpose: ids of the current CIs of some types, to give them other labels.
// Parameters: types
// Columns: id, type
MATCH (c:Ci) WHERE c.type IN $types AND c.name IS NOT NULL
RETURN c.id AS id, c.type AS type
