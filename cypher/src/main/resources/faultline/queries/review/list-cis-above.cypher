// Purpose: what CIs belong to: the services of instances, applications, business lines; a CI itself is 0 steps above.
// Parameters: ciIds, limit (of each CI)
// Columns: ciId, aboveId, type, name, owner (null where none is told), steps
UNWIND $ciIds AS ciId
CALL (ciId) {
  MATCH path = (:Ci {id: ciId})-[:INSTANCE_OF|PART_OF]->{0,6}(above:Ci)
  WHERE NOT above:Environment
  RETURN above, min(length(path)) AS steps
  ORDER BY steps, above.id
  LIMIT $limit
}
RETURN ciId, above.id AS aboveId, above.type AS type, above.name AS name, above.owner AS owner, steps
ORDER BY ciId, steps, aboveId
