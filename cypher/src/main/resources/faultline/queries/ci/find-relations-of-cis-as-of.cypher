// Purpose: relations from and to CIs, as they were at an instant.
// Parameters: ids, at, limit
// Columns: type, fromId, toId, validFrom
UNWIND $ids AS id
CALL (id) {
  MATCH (:Ci {id: id})-[r]-(:Ci)
  WITH r, r.validFrom AS validFrom WHERE validFrom <= $at
  RETURN type(r) AS type, startNode(r).id AS fromId, endNode(r).id AS toId, validFrom
  UNION ALL
  MATCH (v:RelationVersion {fromId: id}) WHERE v.validFrom <= $at AND v.validTo > $at
  RETURN v.type AS type, v.fromId AS fromId, v.toId AS toId, v.validFrom AS validFrom
  UNION ALL
  MATCH (v:RelationVersion {toId: id}) WHERE v.validFrom <= $at AND v.validTo > $at
  RETURN v.type AS type, v.fromId AS fromId, v.toId AS toId, v.validFrom AS validFrom
}
RETURN DISTINCT type, fromId, toId, validFrom
ORDER BY type, fromId, toId
LIMIT $limit
