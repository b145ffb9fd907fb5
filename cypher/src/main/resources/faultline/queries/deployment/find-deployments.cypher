// Purpose: the deployments of these ids.
// Parameters: ids
// Columns: deployment, changes (place, ciId)
UNWIND $ids AS id
MATCH (deployment:Deployment {id: id})
RETURN properties(deployment) AS deployment,
  COLLECT { MATCH (deployment)-[change:CHANGED]->(ci) RETURN {place: change.place, ciId: ci.id} } AS changes
