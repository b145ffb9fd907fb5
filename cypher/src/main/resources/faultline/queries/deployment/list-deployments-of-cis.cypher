// Purpose: the latest deployments that changed each of these CIs and started in a time range.
// Parameters: ciIds, startedFromMillis, startedBeforeMillis, limit (deployments of one CI)
// Columns: ciId, deployment, changes (place, ciId)
UNWIND $ciIds AS ciId
CALL (ciId) {
  MATCH (:Ci {id: ciId})<-[:CHANGED]-(deployment:Deployment)
  WHERE deployment.startedAtMillis >= $startedFromMillis AND deployment.startedAtMillis < $startedBeforeMillis
  RETURN DISTINCT deployment
  ORDER BY deployment.startedAtMillis DESC, deployment.id
  LIMIT $limit
}
RETURN ciId, properties(deployment) AS deployment,
  COLLECT { MATCH (deployment)-[change:CHANGED]->(ci) RETURN {place: change.place, ciId: ci.id} } AS changes
ORDER BY ciId, deployment.startedAtMillis DESC, deployment.id
