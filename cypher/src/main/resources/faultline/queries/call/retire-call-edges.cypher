// Purpose: takes call edges out of the current graph where they were not seen since a minute; their nodes stay as history.
// Parameters: ids, beforeMinute, at
// Columns: retired (how many)
UNWIND $ids AS id
MATCH (edge:CallEdge {id: id})
WHERE edge.lastSeenMinute < $beforeMinute
REMOVE edge:CallEdge
SET edge:RetiredCallEdge, edge.retiredAtMillis = $at
RETURN count(*) AS retired
