// Purpose: the latest runs of a source and scope, latest first.
// Parameters: source, scope, limit
// Columns: run (properties of the node)
MATCH (r:Run {source: $source, scope: $scope}) WHERE r.startedAtMillis IS NOT NULL
RETURN properties(r) AS run
ORDER BY r.startedAtMillis DESC
LIMIT $limit
