// Purpose: which of these ids are CIs that exist now.
// Parameters: ids
// Columns: ciId
UNWIND $ids AS id
MATCH (ci:Ci {id: id})
RETURN ci.id AS ciId
