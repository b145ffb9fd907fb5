// Purpose: the incidents that began before an instant and stand for themselves, latest start first.
// Parameters: beforeMillis, limit
// Columns: id
MATCH (incident:Incident)
WHERE incident.startedAtMillis < $beforeMillis AND incident.mergedIntoId IS NULL
RETURN incident.id AS id
ORDER BY incident.startedAtMillis DESC, id DESC
LIMIT $limit
