// Purpose: what each source says about CIs.
// Parameters: ids
// Columns: claim (properties of the node)
UNWIND $ids AS id
MATCH (c:Claim {ciId: id})
RETURN properties(c) AS claim
ORDER BY c.ciId, c.source, c.scope, c.key
