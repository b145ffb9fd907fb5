// Purpose: What suffers where a CI fails: what runs on it, what that is an instance of, and who calls it?
// Parameter: ciId = "" -- id of the CI that fails
// Parameter: limit = 200 -- how many rows at the most
// Columns: id, type, name, steps (relations and calls on the shortest way)
MATCH path = SHORTEST 1 (failed:Ci {id: $ciId}) ((from:Ci|CallEdge)-[link]-(to:Ci|CallEdge)
  WHERE (type(link) IN ['RUNS_ON', 'EXECUTED_BY', 'DEPENDS_ON', 'HAS_INTERFACE', 'CALLEE'] AND endNode(link) = from)
     OR (type(link) IN ['INSTANCE_OF', 'CALLER'] AND startNode(link) = from)){1,12} (affected:Ci)
WHERE affected.id <> $ciId
RETURN affected.id AS id, affected.type AS type, affected.name AS name, length(path) AS steps
ORDER BY steps, type, name
LIMIT $limit
