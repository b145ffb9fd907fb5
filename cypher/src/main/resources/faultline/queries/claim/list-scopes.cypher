// Purpose: every scope of every source with its latest run.
// Parameters: none
// Columns: run (properties of the node)
// Scan: meant, because there are few sources
MATCH (s:Source)
CALL (s) {
  MATCH (r:Run {source: s.name}) WHERE r.scope IS NOT NULL AND r.startedAtMillis IS NOT NULL
  WITH r ORDER BY r.startedAtMillis DESC
  RETURN r.scope AS scope, collect(r)[0] AS latest
}
RETURN properties(latest) AS run
ORDER BY latest.source, scope
