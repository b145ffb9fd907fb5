// Purpose: CIs by id with what leads to them and what is claimed about them, retired ones among them.
// Parameters: ids
// Columns: ci (properties of the node), retired, identities, claims (properties of the nodes)
UNWIND $ids AS id
CALL (id) {
  MATCH (c:Ci {id: id}) RETURN c, false AS retired
  UNION ALL
  MATCH (c:RetiredCi {id: id}) RETURN c, true AS retired
}
RETURN properties(c) AS ci, retired,
  COLLECT { MATCH (i:Identity)-[:IDENTIFIES]->(c) RETURN i.key } AS identities,
  COLLECT { MATCH (claim:Claim {ciId: id}) RETURN properties(claim) } AS claims
