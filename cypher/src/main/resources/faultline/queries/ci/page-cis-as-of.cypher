// Purpose: CIs of some types in order of id, as they were at an instant.
// Parameters: at, types, after (id, empty for the first page), text (part of the name in lower case, empty for all), attributes (values that must be equal), limit
// Columns: ci (properties of the node)
CALL () {
  MATCH (c:Ci)
  WHERE c.id > $after AND c.type IN $types AND c.validFrom <= $at AND toLower(c.name) CONTAINS $text
    AND all(key IN keys($attributes) WHERE c[key] = $attributes[key])
  RETURN properties(c) AS ci ORDER BY c.id LIMIT $limit
  UNION ALL
  MATCH (v:CiVersion)
  WHERE v.ciId > $after AND v.type IN $types AND v.validFrom <= $at AND v.validTo > $at AND toLower(v.name) CONTAINS $text
    AND all(key IN keys($attributes) WHERE v[key] = $attributes[key])
  RETURN v{.*, id: v.ciId} AS ci ORDER BY v.ciId LIMIT $limit
}
RETURN ci
ORDER BY ci.id
LIMIT $limit
