// Purpose: when resolved incidents touched any of these CIs, latest start first.
// Parameters: ciIds, fromMillis, toMillis (start is before it), limit
// Columns: startedAtMillis, resolvedAtMillis
MATCH (incident:Incident)
WHERE $fromMillis <= incident.startedAtMillis < $toMillis AND incident.resolvedAtMillis IS NOT NULL
  AND EXISTS {
    MATCH (incident)-[:GROUPS]->(alert:Alert)
    WHERE alert.ciId IN $ciIds OR alert.calleeId IN $ciIds
  }
RETURN incident.startedAtMillis AS startedAtMillis, incident.resolvedAtMillis AS resolvedAtMillis
ORDER BY startedAtMillis DESC LIMIT $limit
