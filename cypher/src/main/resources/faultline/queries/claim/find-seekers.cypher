// Purpose: some current CIs with their relations of some names.
// Parameters: ids, relations
// Columns: ci (properties of the node), links (type, toId, matched)
UNWIND $ids AS id
MATCH (c:Ci {id: id})
RETURN properties(c) AS ci,
  COLLECT { MATCH (c)-[r]->(o:Ci) WHERE type(r) IN $relations RETURN {type: type(r), toId: o.id, matched: coalesce(r.matched, false)} } AS links
