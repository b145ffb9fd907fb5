// Purpose: all relations that a CI has had, latest first.
// Parameters: id, limit
// Columns: type, fromId, toId, validFrom, validTo (null while it holds)
CALL () {
  MATCH (v:RelationVersion {fromId: $id}) WHERE v.validFrom IS NOT NULL
  RETURN v.type AS type, v.fromId AS fromId, v.toId AS toId, v.validFrom AS validFrom, v.validTo AS validTo
  UNION
  MATCH (v:RelationVersion {toId: $id}) WHERE v.validFrom IS NOT NULL
  RETURN v.type AS type, v.fromId AS fromId, v.toId AS toId, v.validFrom AS validFrom, v.validTo AS validTo
  UNION
  MATCH (:Ci {id: $id})-[r]-(:Ci)
  WITH r, r.validFrom AS validFrom WHERE validFrom IS NOT NULL
  RETURN type(r) AS type, startNode(r).id AS fromId, endNode(r).id AS toId, validFrom, null AS validTo
}
RETURN type, fromId, toId, validFrom, validTo
ORDER BY validFrom DESC, type, fromId, toId
LIMIT $limit
