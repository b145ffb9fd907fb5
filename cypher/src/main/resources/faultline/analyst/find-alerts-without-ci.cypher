// Purpose: Which alerts name nothing that the graph knows?
// Parameter: limit = 100 -- how many rows at the most
// Columns: key, name, source, severity, state, startsAt, labels (JSON)
MATCH (alert:UnboundAlert)
RETURN alert.key AS key, alert.name AS name, alert.source AS source, alert.severity AS severity, alert.state AS state,
  toString(datetime({epochMillis: alert.startsAtMillis})) AS startsAt, alert.labels AS labels
ORDER BY alert.startsAtMillis DESC, key
LIMIT $limit
