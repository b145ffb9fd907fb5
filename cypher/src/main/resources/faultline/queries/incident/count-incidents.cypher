// Purpose: how many incidents began in a span of time.
// Parameters: fromMillis, toMillis (start is before it)
// Columns: incidents
MATCH (incident:Incident)
WHERE $fromMillis <= incident.startedAtMillis < $toMillis
RETURN count(incident) AS incidents
