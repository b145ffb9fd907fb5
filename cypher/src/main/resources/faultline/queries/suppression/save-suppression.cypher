// Purpose: keep that alerts do not count for a while; what is known by its id stays as it is.
// Parameters: id, properties, ciIds (those that a maintenance window is about), deploymentIds (what the work is part of, at most one)
// Columns: none
MERGE (suppression:Suppression {id: $id})
ON CREATE SET suppression += $properties
WITH suppression
CALL (suppression) {
  UNWIND $ciIds AS ciId
  MATCH (ci:Ci {id: ciId})
  MERGE (suppression)-[:COVERS]->(ci)
}
CALL (suppression) {
  UNWIND $deploymentIds AS deploymentId
  MATCH (deployment:Deployment {id: deploymentId})
  MERGE (suppression)-[:PART_OF]->(deployment)
}
