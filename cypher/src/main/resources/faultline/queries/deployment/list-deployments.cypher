// Purpose: a page of deployments, those that started last first.
// Parameters: startedFromMillis, startedBeforeMillis, service or null, beforeMillis and afterId (where the page before ended), limit
// Columns: deployment, changes (place, ciId)
MATCH (deployment:Deployment)
WHERE deployment.startedAtMillis >= $startedFromMillis AND deployment.startedAtMillis < $startedBeforeMillis
  AND deployment.startedAtMillis <= $beforeMillis AND (deployment.startedAtMillis < $beforeMillis OR deployment.id > $afterId)
  AND ($service IS NULL OR deployment.service = $service)
WITH deployment
ORDER BY deployment.startedAtMillis DESC, deployment.id
LIMIT $limit
RETURN properties(deployment) AS deployment,
  COLLECT { MATCH (deployment)-[change:CHANGED]->(ci) RETURN {place: change.place, ciId: ci.id} } AS changes
ORDER BY deployment.startedAtMillis DESC, deployment.id
