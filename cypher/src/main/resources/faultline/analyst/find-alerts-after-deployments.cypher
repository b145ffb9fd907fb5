// Purpose: Which deployments were soon followed by alerts on what they changed?
// Parameter: hours = 24 -- how far to look back for deployments
// Parameter: minutes = 30 -- how soon after its start an alert counts
// Parameter: limit = 100 -- how many rows at the most
// Columns: deployment, service, version, startedAt, ci, alerts (names), minutesToFirst
MATCH (deployment:Deployment)
WHERE deployment.startedAtMillis >= timestamp() - toInteger($hours * 3600000)
MATCH (deployment)-[:CHANGED]->(ci:Ci)<-[:ON]-(alert:Alert)
WHERE deployment.startedAtMillis <= alert.startsAtMillis <= deployment.startedAtMillis + toInteger($minutes * 60000)
WITH deployment, ci, collect(DISTINCT alert.name) AS alerts, min(alert.startsAtMillis) AS first
RETURN deployment.id AS deployment, deployment.service AS service, deployment.toVersion AS version,
  toString(datetime({epochMillis: deployment.startedAtMillis})) AS startedAt, ci.name AS ci, alerts,
  (first - deployment.startedAtMillis) / 60000.0 AS minutesToFirst
ORDER BY minutesToFirst, deployment, ci
LIMIT $limit
