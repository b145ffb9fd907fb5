// Purpose: every CI as it was at an instant, as a snapshot knows it.
// Parameters: at
// Columns: id, type, name
CALL () {
  MATCH (c:Ci) WHERE c.validFrom <= $at
  RETURN c.id AS id, c.type AS type, c.name AS name
  UNION ALL
  MATCH (v:CiVersion) WHERE v.validFrom <= $at AND v.validTo > $at
  RETURN v.ciId AS id, v.type AS type, v.name AS name
}
RETURN id, type, name
