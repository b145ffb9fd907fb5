// Purpose: CIs by id, as they were at an instant.
// Parameters: ids, at
// Columns: ci (properties of the node)
UNWIND $ids AS id
CALL (id) {
  MATCH (c:Ci {id: id}) WHERE c.validFrom <= $at
  RETURN properties(c) AS ci
  UNION ALL
  MATCH (v:CiVersion {ciId: id}) WHERE v.validFrom <= $at AND v.validTo > $at
  RETURN v{.*, id: v.ciId} AS ci
}
RETURN ci
