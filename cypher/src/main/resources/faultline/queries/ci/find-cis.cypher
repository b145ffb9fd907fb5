// Purpose: CIs by id, as they are now.
// Parameters: ids
// Columns: ci (properties of the node)
UNWIND $ids AS id
MATCH (c:Ci {id: id})
RETURN properties(c) AS ci
