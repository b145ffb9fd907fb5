// Purpose: the current CIs of some types with their relations of some names.
// Parameters: types, relations
// Columns: ci (properties of the node), links (type, toId, matched)
MATCH (c:Ci) WHERE c.type IN $types AND c.name IS NOT NULL
RETURN properties(c) AS ci,
  COLLECT { MATCH (c)-[r]->(o:Ci) WHERE type(r) IN $relations RETURN {type: type(r), toId: o.id, matched: coalesce(r.matched, false)} } AS links
