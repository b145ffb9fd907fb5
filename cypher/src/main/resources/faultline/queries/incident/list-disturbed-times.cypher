// Purpose: when resolved incidents that lasted into a span of time touched any of these CIs, latest start first.
// Parameters: ciIds, fromMillis (end is not before it), toMillis (start is before it), limit
// Columns: startedAtMillis, resolvedAtMillis
MATCH (incident:Incident)
WHERE incident.resolvedAtMillis >= $fromMillis AND incident.startedAtMillis < $toMillis
  AND EXISTS {
    MATCH (incident)-[:GROUPS]->(alert:Alert)
    WHERE alert.ciId IN $ciIds OR alert.calleeId IN $ciIds
  }
RETURN incident.startedAtMillis AS startedAtMillis, incident.resolvedAtMillis AS resolvedAtMillis
ORDER BY startedAtMillis DESC LIMIT $limit
