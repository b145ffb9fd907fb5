// Purpose: every relation between CIs as it was at an instant.
// Parameters: at
// Columns: type, fromId, toId
// Scan: meant, because a snapshot holds all relations
CALL () {
  MATCH (a:Ci)-[r]->(b:Ci) WHERE r.validFrom <= $at
  RETURN type(r) AS type, a.id AS fromId, b.id AS toId
  UNION ALL
  MATCH (v:RelationVersion) WHERE v.validFrom <= $at AND v.validTo > $at
  RETURN v.type AS type, v.fromId AS fromId, v.toId AS toId
}
RETURN type, fromId, toId
