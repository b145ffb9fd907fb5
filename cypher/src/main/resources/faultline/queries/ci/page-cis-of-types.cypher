// Purpose: CIs of some types in order of id, as they are now.
// Parameters: types, after (id, empty for the first page), text (part of the name in lower case, empty for all), attributes (values that must be equal), limit
// Columns: ci (properties of the node)
MATCH (c:Ci)
WHERE c.type IN $types AND c.id > $after AND toLower(c.name) CONTAINS $text
  AND all(key IN keys($attributes) WHERE c[key] = $attributes[key])
RETURN properties(c) AS ci
ORDER BY c.id
LIMIT $limit
