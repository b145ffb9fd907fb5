// Purpose: all that a CI has been, oldest first.
// Parameters: id, limit
// Columns: ci (properties of the node), validTo (null while it is so)
CALL () {
  MATCH (v:CiVersion {ciId: $id}) WHERE v.validFrom IS NOT NULL
  RETURN v{.*, id: v.ciId} AS ci, v.validTo AS validTo
  UNION ALL
  MATCH (c:Ci {id: $id})
  RETURN properties(c) AS ci, null AS validTo
}
RETURN ci, validTo
ORDER BY ci.validFrom DESC
LIMIT $limit
